/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-years.h"

#include "gram-argument-words.h"

#define YEAR { "year", "x", REQUIRED, N_ ("Scheme year") }
#define EXPECT                                                                                     \
  { "expect", "s", OPTIONAL,                                                                       \
    N_ ("Digest of the preview that was looked at; refused if the effect is another by now") }
#define SOURCE { "source", "s", REQUIRED, N_ ("Where the figure comes from") }
#define DATED_ON { "dated-on", "s", REQUIRED, N_ ("Day of the source, ISO") }

const GramArgument gram_arguments_year_measure[] = {
  YEAR,
  EXPECT,
  REFERENCE,
  END,
};

const GramArgument gram_arguments_year_account[] = {
  YEAR,
  EXPECT,
  REFERENCE,
  END,
};

const GramArgument gram_arguments_year_close[] = {
  YEAR,
  EXPECT,
  REFERENCE,
  END,
};

const GramArgument gram_arguments_year_set_standing_rule[] = {
  YEAR,
  { "on", "b", REQUIRED, N_ ("Matched trades are registered at once, by the program") },
  END,
};

const GramArgument gram_arguments_year_publish[] = {
  YEAR,
  END,
};

const GramArgument gram_arguments_allocation_post[] = {
  YEAR,
  { "accounts", "as", OPTIONAL, N_ ("Numbers of participants; without them all of the year") },
  EXPECT,
  REFERENCE,
  END,
};

const GramArgument gram_arguments_baseline_set[] = {
  ACCOUNT,   YEAR,     { "value", "s", REQUIRED, N_ ("Baseline, g/km, an exact decimal") },
  SOURCE,    DATED_ON, REASON,
  REFERENCE, END,
};

const GramArgument gram_arguments_baseline_import[] = {
  YEAR,
  { "file", "s", REQUIRED | GRAM_ARGUMENT_FILE,
    N_ ("CSV file with the columns account, baseline, source, date, reason") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_crts_set_position[] = {
  ACCOUNT,
  YEAR,
  { "cars", "x", REQUIRED, N_ ("All cars of the year, zero-emission ones among them") },
  { "allocated", "s", REQUIRED, N_ ("CRTS allowances allocated, a decimal in tenths") },
  { "activity", "s", REQUIRED, N_ ("CRTS activity, a decimal in tenths") },
  { "held", "s", REQUIRED, N_ ("CRTS allowances held, borrowed ones among them") },
  { "required", "s", REQUIRED, N_ ("CRTS allowances that art. 27(1) requires") },
  { "borrowed", "s", REQUIRED, N_ ("Of those held: borrowed (art. 15)") },
  SOURCE,
  DATED_ON,
  REFERENCE,
  END,
};

const GramArgument gram_arguments_crts_import_positions[] = {
  YEAR,
  { "file", "s", REQUIRED | GRAM_ARGUMENT_FILE,
    N_ ("CSV file with the columns account, cars, allocated, activity, held, required, borrowed, "
        "source, date") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_eco_notice_record[] = {
  { "code", "s", REQUIRED, N_ ("Code of the eco-innovation") },
  { "given-on", "s", REQUIRED, N_ ("Day on which the notice was given, ISO") },
  { "reference", "s", REQUIRED, N_ ("Reference of the notice") },
  END,
};

const GramArgument gram_arguments_eco_notice_withdraw[] = {
  { "notice", "x", REQUIRED, N_ ("Number of the notice") },
  REFERENCE,
  END,
};
