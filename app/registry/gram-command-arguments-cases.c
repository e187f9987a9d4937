/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-cases.h"

#include "gram-argument-words.h"

#define COMMENT(summary_) { "comment", "s", OPTIONAL, summary_ }

const GramArgument gram_arguments_case_claim[] = {
  { "cases", "ax", OPTIONAL, N_ ("Numbers of the cases") },
  { "kind", "s", OPTIONAL, N_ ("Or the most urgent ones of this kind that nobody has claimed") },
  { "limit", "x", OPTIONAL, N_ ("With a kind: so many at most, 1 if left out") },
  { "account", "s", OPTIONAL, N_ ("With a kind: only cases of this account") },
  COMMENT (N_ ("Why, if somebody has claimed a case or it was released before")),
  END,
};

const GramArgument gram_arguments_case_release[] = {
  { "cases", "ax", REQUIRED, N_ ("Numbers of the cases") },
  COMMENT (N_ ("Why; needed if somebody else has claimed them")),
  END,
};

const GramArgument gram_arguments_case_assign[] = {
  { "cases", "ax", REQUIRED, N_ ("Numbers of the cases") },
  PERSON,
  COMMENT (N_ ("Why; needed if somebody else has claimed them")),
  END,
};

const GramArgument gram_arguments_case_ask[] = {
  ACCOUNT,
  { "case", "x", REQUIRED, N_ ("Number of the case") },
  { "text", "s", REQUIRED, N_ ("What the holder is asked") },
  { "answer-by", "s", OPTIONAL, N_ ("Last day for the answer, ISO; by the rulebook if left out") },
  REFERENCE,
  END,
};

const GramArgument gram_arguments_inbox_mark[] = {
  { "notices", "ax", OPTIONAL, N_ ("Own notices: their numbers") },
  { "all", "b", OPTIONAL, N_ ("Or all that are in the inbox") },
  { "as", "s", REQUIRED, N_ ("read, unread, archived, unarchived or shown (on the desktop)") },
  END,
};

const GramArgument gram_arguments_inbox_set_event[] = {
  { "event", "s", REQUIRED,
    N_ ("vehicle-ready, auto-accepted, dispute-decided, information-asked, information-given, "
        "message, case-assigned, due-soon, overdue, permission-changed, account-suspended, "
        "trade-waiting, trade-differs, trade-matched, trade-decided, trade-void, "
        "allocation-posted, payment-notice, payment-overdue, pool-asked, pool-decided, "
        "window-opens or window-closes") },
  { "inbox", "b", REQUIRED, N_ ("Whether the inbox tells of it") },
  { "desktop", "b", REQUIRED, N_ ("Whether the desktop shows it") },
  END,
};

const GramArgument gram_arguments_snippet_save[] = {
  { "snippet", "x", OPTIONAL, N_ ("Number of the snippet that is changed; a new one if left out") },
  { "title", "s", OPTIONAL, N_ ("Title; a new snippet needs it") },
  { "text", "s", OPTIONAL, N_ ("Text; a new snippet needs it") },
  { "kind", "s", OPTIONAL, N_ ("Kind of case that it is for; empty for all") },
  { "version", "x", OPTIONAL, N_ ("Version that was edited; refused if there is a newer one") },
  END,
};

const GramArgument gram_arguments_snippet_remove[] = {
  { "snippet", "x", REQUIRED, N_ ("Number of the snippet") },
  { "version", "x", OPTIONAL, N_ ("Version that was seen; refused if there is a newer one") },
  END,
};
