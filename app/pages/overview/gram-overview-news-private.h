/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-overview-news.h"

G_BEGIN_DECLS

/* What the files of the news share; each adds its own to @news. */

void _gram_news_of_account (const GramOverviewReading *reading, GPtrArray *news);
void _gram_news_of_people (const GramOverviewReading *reading, GPtrArray *news);
void _gram_news_of_cases (const GramOverviewReading *reading, GPtrArray *news);
void _gram_news_of_ccs (const GramOverviewReading *reading, GPtrArray *news);
void _gram_news_of_ccts (const GramOverviewReading *reading, GPtrArray *news);
void _gram_news_of_application (const GramOverviewReading *reading, GPtrArray *news);

/* A verification of the holder that ends within so many days is told; an invitation that lapses within so many is urgent. */
#define GRAM_NEWS_VERIFICATION_DAYS 30
#define GRAM_NEWS_INVITATION_DAYS 3

/* Texts around a day; the day of an instant in the scheme's zone, ISO; days to a day, G_MAXINT64 none. */
gboolean _gram_news_has_text (const char *text);
char *_gram_news_with_day (const char *format, const char *iso);
char *_gram_news_with_instant (const char *format, gint64 instant);
char *_gram_news_day_of (const GramOverviewReading *reading, gint64 instant);
gint64 _gram_news_days_to (const GramOverviewReading *reading, const char *due);

G_END_DECLS
