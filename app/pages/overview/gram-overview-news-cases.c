/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-overview-news-private.h"

#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* Marks a text and its plural for translators; po/meson.build names the keyword. */
#define NP_(singular, plural) singular, plural

/* What an account has to do with; what happens to itself has rows of its own. */
#define KINDS (GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION | GRAM_CASE_DIFFERENCE)
#define ASKED_FOR (GRAM_CASE_DISPUTE | GRAM_CASE_CORRECTION)

/* What is counted, and opened: kinds and states. */
static const struct
{
  const char *id;
  GramWorkGroup group;
  const char *icon_name;
  const char *style;
  guint kinds;
  guint states;
  const char *singular;
  const char *plural;
  const char *subtitle;
} rules[] = {
  { "information-asked", GRAM_WORK_TO_DO, "dialog-question-symbolic", "warning", KINDS,
    GRAM_CASE_INFORMATION_ASKED,
    NP_ ("%s dispute waits for your answer", "%s disputes wait for your answer"),
    N_ ("The administrator asks for information; until then the clock of the decision stands") },
  { "corrections", GRAM_WORK_IN_PROGRESS, "gram-dispute-symbolic", NULL, GRAM_CASE_CORRECTION,
    GRAM_CASE_OPEN | GRAM_CASE_CLAIMED,
    NP_ ("%s correction waits for a decision", "%s corrections wait for a decision"),
    N_ ("Of records that were accepted") },
  { "disputes-decided", GRAM_WORK_AWARENESS, "gram-dispute-symbolic", NULL, ASKED_FOR,
    GRAM_CASE_DECIDED, NP_ ("%s dispute is decided", "%s disputes are decided"),
    N_ ("With the reason and what was corrected") },
};

/* The first day by which an answer is awaited, ISO; NULL if none is. */
static const char *
find_answer_day (const GramOverviewReading *reading)
{
  const char *first = NULL;

  for (guint i = 0; reading->deadlines != NULL && i < reading->deadlines->len; i++)
    {
      const GramDeadline *deadline = reading->deadlines->pdata[i];

      if (g_strcmp0 (deadline->subject, "case") == 0
          && (first == NULL || g_strcmp0 (deadline->on, first) < 0))
        first = deadline->on;
    }

  return first;
}

static void
add_day (const GramOverviewReading *reading, GramNews *news)
{
  const char *day = find_answer_day (reading);

  if (day == NULL)
    return;

  g_free (news->subtitle);
  news->subtitle = _gram_news_with_day (_ ("The first answer is awaited by %s"), day);
  news->due = g_strdup (day);
  news->deadline = g_strdup (_ ("Answer to the administrator"));
}

void
_gram_news_of_cases (const GramOverviewReading *reading, GPtrArray *news)
{
  if (reading->cases == NULL || reading->detail == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gint64 count = gram_case_counts_cells (reading->cases, rules[i].kinds, rules[i].states);
      g_autofree char *number = gram_format_count (count);
      GramNews *told;

      if (count == 0)
        continue;

      told = g_new0 (GramNews, 1);
      told->id = rules[i].id;
      told->group = rules[i].group == GRAM_WORK_TO_DO && !reading->member ? GRAM_WORK_IN_PROGRESS
                                                                          : rules[i].group;
      told->icon_name = rules[i].icon_name;
      told->style = rules[i].style;
      told->target = GRAM_NEWS_DISPUTES;
      told->states = rules[i].states;
      told->kinds = rules[i].kinds;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      told->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, rules[i].singular,
                                                  rules[i].plural, (gulong)count),
                                     number);
#pragma GCC diagnostic pop
      told->subtitle = g_strdup (_ (rules[i].subtitle));
      if (rules[i].states == GRAM_CASE_INFORMATION_ASKED)
        add_day (reading, told);
      g_ptr_array_add (news, told);
    }
}
