/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gram-queries-allowances.h"
#include "gram-queries-payment-notices.h"

G_BEGIN_DECLS

/*
 * What the page “Allowances” says about a scheme year, as pure functions of it.
 */

/**
 * GramAllowanceStanding:
 * @title: how things stand
 * @sentence: what follows, and until when
 * @icon_name: icon for it, a constant
 * @style: (nullable): style class of the icon, a constant
 *
 * How an account stands in a year. Texts are translated and owned.
 */
typedef struct
{
  char *title;
  char *sentence;
  const char *icon_name;
  const char *style;
} GramAllowanceStanding;

/**
 * gram_allowance_standing_new:
 * @year: the year
 *
 * Says the one thing that matters now: a member of a pool, no participant, closed, what is missing and how long there is.
 *
 * Returns: (transfer full): the texts
 */
GramAllowanceStanding *gram_allowance_standing_new (const GramAllowanceYear *year);

/**
 * gram_allowance_standing_new_notice:
 * @notices: (nullable) (element-type GramPaymentNoticeRow): payment notices
 * @year: the year
 *
 * Once a payment notice was given, where it stands is what matters: due, overdue, appealed, paid.
 *
 * Returns: (transfer full) (nullable): the texts; %NULL if no notice stands for @year
 */
GramAllowanceStanding *
gram_allowance_standing_new_notice (const GPtrArray *notices, const GramAllowanceYear *year);

/**
 * gram_allowance_standing_show:
 * @self: texts
 * @icon: a picture beside them
 *
 * Shows the icon in its style.
 */
void gram_allowance_standing_show (const GramAllowanceStanding *self, GtkImage *icon);

/**
 * gram_allowance_standing_free:
 * @self: (nullable): texts
 *
 * Frees them.
 */
void gram_allowance_standing_free (GramAllowanceStanding *self);

/**
 * GramAllowanceBook:
 * @title: translated
 * @amount: allowances; negative ones went
 * @article: article of the Order
 * @always: it is shown even if it is 0
 * @sum: it is what the lines before add up to
 *
 * A line of the books of a year.
 */
typedef struct
{
  const char *title;
  gint64 amount;
  const char *article;
  gboolean always;
  gboolean sum;
} GramAllowanceBook;

/**
 * GRAM_ALLOWANCE_BOOKS:
 *
 * How many lines the books of a year have.
 */
#define GRAM_ALLOWANCE_BOOKS 9

/**
 * gram_allowance_books:
 * @year: the year
 * @books: (out caller-allocates) (array fixed-size=9): the lines
 *
 * The books of a year: where its allowances are from, where they went, and what is available; the last line is the sum of
 * those before it.
 */
void
gram_allowance_books (const GramAllowanceYear *year, GramAllowanceBook books[GRAM_ALLOWANCE_BOOKS]);

/**
 * gram_allowance_dup_amount:
 * @thousandths: activity or shortfall
 *
 * Returns: (transfer full): the number as the reader's locale writes it, without decimals that are 0
 */
char *gram_allowance_dup_amount (gint64 thousandths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramAllowanceStanding, gram_allowance_standing_free)

G_END_DECLS
