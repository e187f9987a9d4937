/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-explanation-lines.h"
#include "gram-figures.h"
#include "gram-queries-explain-ccs.h"

G_BEGIN_DECLS

#define GRAM_EXPLAIN_CHARGES "LTA 1998 s 177, s 182"
#define GRAM_EXPLAIN_CREDITS "LTA 1998 s 178, s 183"
#define GRAM_EXPLAIN_TARGET "reg. 10(1)"

/* What a figure of the CCS is explained from. */
typedef struct
{
  GramRegistry *registry;
  GramStore *store;
  const GramAccountRecord *account;
  const GramFigures *figures;
  int year;
} GramCcsReading;

/* Lines in hundredths of a gram, and in cents. */
GramExplanationLine *_gram_explain_grams (GPtrArray *lines,
                                          const char *name,
                                          const char *title,
                                          gint64 grams,
                                          const char *article);
GramExplanationLine *_gram_explain_money (GPtrArray *lines,
                                          const char *name,
                                          const char *title,
                                          gint64 cents,
                                          const char *article);

/* The vehicles that a line counts: those whose figures are frozen for a year; 0 any. */
void
_gram_explain_set_vehicles (GramExplanationLine *line, const GramAccountRecord *account, int year);

/* Each explains one figure. */
gboolean _gram_explain_charges (const GramCcsReading *self,
                                GramFigureExplanation *explanation,
                                GramRefusal **refusal,
                                GError **error);
gboolean _gram_explain_charges_of_year (const GramCcsReading *self,
                                        GramFigureExplanation *explanation,
                                        GramRefusal **refusal,
                                        GError **error);

G_END_DECLS
