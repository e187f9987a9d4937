/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-disputes.h"

#include "gram-argument-words.h"

#define CASE { "case", "x", REQUIRED, N_ ("Number of the case") }
#define LANE                                                                                       \
  { "lane", "s", OPTIONAL, N_ ("holder, which both sides read, or internal; members: holder") }
#define FIELD { "field", "s", OPTIONAL, N_ ("value: the field that is wrong, for example co2") }
#define CLAIMED { "claimed", "s", OPTIONAL, N_ ("value: what it should say") }
#define RIGHT_ACCOUNT                                                                              \
  { "right-account", "s", OPTIONAL, N_ ("not-ours: number of the right account, if it is known") }
#define CITATION { "citation", "s", OPTIONAL, N_ ("Lines of an explanation that are cited") }

const GramArgument gram_arguments_dispute_open[] = {
  ACCOUNT,
  { "kind", "s", REQUIRED, N_ ("value, not-ours or missing") },
  REASON,
  { "vehicles", "ax|as", OPTIONAL, N_ ("Vehicles: ids, or VINs and chassis numbers") },
  { "filter", "a{sv}", OPTIONAL, N_ ("Or all that match: statuses, attentions, search") },
  { "shared", "b", OPTIONAL, N_ ("One dispute about all of them instead of one each") },
  { "skip", "b", OPTIONAL, N_ ("Leave out those that cannot be disputed; a filter always does") },
  FIELD,
  CLAIMED,
  RIGHT_ACCOUNT,
  { "vin", "s", OPTIONAL, N_ ("missing: its VIN") },
  { "chassis", "s", OPTIONAL, N_ ("missing: its chassis number; one of the two is needed") },
  { "details", "a{sv}", OPTIONAL, N_ ("missing: what is known of it, by field") },
  CITATION,
  END,
};

const GramArgument gram_arguments_correction_open[] = {
  ACCOUNT,
  { "vehicle", "x", REQUIRED, N_ ("Id of the accepted vehicle") },
  { "kind", "s", REQUIRED, N_ ("value or not-ours") },
  REASON,
  FIELD,
  CLAIMED,
  RIGHT_ACCOUNT,
  CITATION,
  END,
};

const GramArgument gram_arguments_case_write[] = {
  ACCOUNT, CASE, { "text", "s", REQUIRED, N_ ("The message") }, LANE, END,
};

const GramArgument gram_arguments_case_edit_message[] = {
  ACCOUNT,
  CASE,
  { "message", "x", REQUIRED, N_ ("Number of the message, one’s own") },
  { "text", "s", REQUIRED, N_ ("What it shall say; the earlier text stays in its history") },
  { "version", "x", REQUIRED, N_ ("Version that was edited; refused if there is a newer one") },
  END,
};

const GramArgument gram_arguments_case_attach[] = {
  ACCOUNT,
  CASE,
  { "file", "s", REQUIRED | GRAM_ARGUMENT_FILE, N_ ("The file, of any kind, at most 25 MiB") },
  LANE,
  END,
};

const GramArgument gram_arguments_case_answer[] = {
  ACCOUNT,
  CASE,
  { "text", "s", REQUIRED, N_ ("The answer to what was asked") },
  END,
};

const GramArgument gram_arguments_account_case[] = { ACCOUNT, CASE, END };

const GramArgument gram_arguments_dispute_import_answers[] = {
  ACCOUNT,
  { "file", "s", REQUIRED | GRAM_ARGUMENT_FILE, N_ ("The administrator’s answer file") },
  REFERENCE,
  END,
};
