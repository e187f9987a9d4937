/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-verbs.h"

#include <glib/gi18n-lib.h>

#define DISPUTES (GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION)

/* clang-format off */
#define LINES(argument, title, needed) { argument, title, GRAM_FORM_LINES, needed, { { NULL } } }

static const GramCaseVerb table[] = {
  { "case.claim", N_ ("Take Over"), N_ ("_Take Over"),
    N_ ("Somebody else has claimed this, or released it. From now on only you decide it; who held it reads why."),
    N_ ("Claimed"), GRAM_CASE_ALL_KINDS, 0, FALSE, FALSE, FALSE,
    { LINES ("comment", N_ ("_Why You Take It Over"), N_ ("Say why; it stands among the internal notes.")) } },
  { "case.release", N_ ("Release"), N_ ("_Release"),
    N_ ("It goes back to the queue, and anybody who works cases can claim it. Nothing that was written is lost."),
    N_ ("Released"), GRAM_CASE_ALL_KINDS, 0, FALSE, FALSE, FALSE,
    { LINES ("comment", N_ ("_Note for Whoever Claims It Next (Optional)"), NULL) } },
  { "case.assign", N_ ("Assign"), N_ ("_Assign"),
    N_ ("From now on only that person decides it, and is told so."),
    N_ ("Assigned"), GRAM_CASE_ALL_KINDS, GRAM_CASE_EXTRA_PERSON, FALSE, FALSE, FALSE,
    { LINES ("comment", N_ ("_Note for That Person (Optional)"), NULL) } },
  { "case.ask", N_ ("Ask for Information"), N_ ("_Ask"),
    N_ ("The holder reads this and answers in the case. Until then the time for the decision stands still."),
    N_ ("The holder was asked"), GRAM_CASE_ALL_KINDS, GRAM_CASE_EXTRA_SNIPPETS, FALSE, TRUE, TRUE,
    { LINES ("text", N_ ("_What You Need to Know"), N_ ("Say what the holder shall tell or send.")),
      { "answer-by", N_ ("_Last Day for the Answer (Optional)"), GRAM_FORM_DAY, NULL, { { NULL } } } } },
  { "dispute.uphold", N_ ("Uphold"), N_ ("_Uphold"),
    N_ ("The holder is right, as it stands here or as you correct it. All of it is applied at once."),
    N_ ("Upheld"), DISPUTES, GRAM_CASE_EXTRA_VALUES | GRAM_CASE_EXTRA_PREVIEW | GRAM_CASE_EXTRA_SNIPPETS,
    FALSE, TRUE, FALSE,
    { LINES ("reason", N_ ("_Remark for the Holder (Optional)"), NULL) } },
  { "dispute.decline", N_ ("Decline"), N_ ("_Decline"),
    N_ ("The record stays as it is, and the holder reads why. A vehicle that waited for the decision can be "
        "accepted again."),
    N_ ("Declined"), DISPUTES, GRAM_CASE_EXTRA_SNIPPETS, FALSE, TRUE, FALSE,
    { LINES ("reason", N_ ("_Reason"), N_ ("Say why; the holder reads it.")) } },
  { "difference.take", N_ ("Take from the File"), N_ ("_Take"),
    N_ ("What the register file says is put into the record. What an accepted vehicle counted for moves by opposite "
        "postings that name this case."),
    N_ ("Taken from the file"), GRAM_CASE_DIFFERENCE, GRAM_CASE_EXTRA_PREVIEW | GRAM_CASE_EXTRA_SNIPPETS,
    FALSE, TRUE, FALSE,
    { LINES ("reason", N_ ("_Remark (Optional)"), NULL) } },
  { "difference.keep", N_ ("Keep What the Registry Says"), N_ ("_Keep"),
    N_ ("The record stays as it is. The same value in a later register file is not asked about again."),
    N_ ("The registry’s values are kept"), GRAM_CASE_DIFFERENCE, GRAM_CASE_EXTRA_SNIPPETS, FALSE, TRUE, FALSE,
    { LINES ("reason", N_ ("_Remark (Optional)"), NULL) } },
};
/* clang-format on */

const GramCaseVerb *
gram_case_verbs_get_table (gsize *n_verbs)
{
  g_return_val_if_fail (n_verbs != NULL, NULL);

  *n_verbs = G_N_ELEMENTS (table);

  return table;
}

const GramCaseVerb *
gram_case_verb_find (const char *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].command, command) == 0)
      return &table[i];

  return NULL;
}
