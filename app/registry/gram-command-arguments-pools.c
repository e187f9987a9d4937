/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-pools.h"

#include "gram-argument-words.h"

#define POOL { "pool", "x", REQUIRED, N_ ("Number of the pool") }
#define CONTACT(flag_)                                                                             \
  { "contact-name", "s", flag_, N_ ("Contact of the pool") },                                      \
  {                                                                                                \
    "contact-email", "s", flag_, N_ ("E-mail of the contact")                                      \
  }

const GramArgument gram_arguments_pool_apply[] = {
  ACCOUNT,
  { "name", "s", REQUIRED, N_ ("Name of the pool") },
  { "members", "as", REQUIRED, N_ ("Numbers of the accounts of the other members") },
  { "first-year", "x", REQUIRED, N_ ("First scheme year") },
  { "last-year", "x", OPTIONAL, N_ ("Last scheme year; the first if left out") },
  CONTACT (REQUIRED),
  END,
};

const GramArgument gram_arguments_pool_agree[] = { ACCOUNT, POOL, END };

const GramArgument gram_arguments_pool_withdraw[] = { ACCOUNT, POOL, REASON, END };

const GramArgument gram_arguments_pool_decision[] = { POOL, REASON, REFERENCE, END };

const GramArgument gram_arguments_pool_end[] = {
  POOL,
  REASON,
  { "from-year", "x", OPTIONAL,
    N_ ("First scheme year that it is no pool for; the first that is not allocated if left out") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_pool_update[] = {
  ACCOUNT,
  POOL,
  CONTACT (OPTIONAL),
  { "nominated", "s", OPTIONAL,
    N_ ("Number of the member whose account is the pool’s from now on") },
  { "version", "x", OPTIONAL, N_ ("Version that was seen; refused if there is a newer one") },
  END,
};

const GramArgument gram_arguments_window_due[] = {
  { "year", "x", REQUIRED, N_ ("Scheme year") },
  END,
};

const GramArgument gram_arguments_vehicle_identify[] = {
  ACCOUNT,
  { "vehicles", "ax|as", REQUIRED, N_ ("Vehicles: ids, or VINs") },
  { "right-account", "s", REQUIRED, N_ ("Number of the account of the manufacturer identified") },
  REASON,
  REFERENCE,
  END,
};
