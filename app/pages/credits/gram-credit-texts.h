/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-figure.h"
#include "gram-queries-credits.h"

G_BEGIN_DECLS

/*
 * What pages say of credits and their transfers.
 */

/**
 * gram_credit_dup_amount:
 * @credits: credits, hundredths of a gram
 *
 * Returns: (transfer full): the credits with as many decimals as they need, for example `1,250` or `15.55`
 */
char *gram_credit_dup_amount (gint64 credits);

/**
 * gram_credit_dup_exact:
 * @credits: credits, hundredths of a gram
 *
 * For columns and tiles, where amounts stand below or beside each other.
 *
 * Returns: (transfer full): the credits with two decimals, for example `1,250.00`
 */
char *gram_credit_dup_exact (gint64 credits);

/**
 * gram_credit_dup_signed:
 * @credits: credits, hundredths of a gram
 * @outgoing: they went or go away
 *
 * Returns: (transfer full): the credits with a sign, for example `+20` or `−10`
 */
char *gram_credit_dup_signed (gint64 credits, gboolean outgoing);

/**
 * gram_credit_dup_of_kind:
 * @credits: credits, hundredths of a gram
 * @kind: %GRAM_ACCOUNT_CCS_USED or %GRAM_ACCOUNT_CCS_NEW
 *
 * Returns: (transfer full): for example “20 credits of used vehicles”
 */
char *gram_credit_dup_of_kind (gint64 credits, GramAccountKind kind);

/**
 * gram_credit_dup_days_left:
 * @days_left: days until a last day, 0 on that day
 *
 * Returns: (transfer full): for example “29 days left” or “Today is the last day”
 */
char *gram_credit_dup_days_left (gint64 days_left);

/**
 * gram_credit_dup_years:
 * @first: oldest year
 * @last: newest year
 *
 * Returns: (transfer full): for example “Credits of 2023 to 2024”
 */
char *gram_credit_dup_years (int first, int last);

/**
 * gram_credit_transfer_dup_title:
 * @row: a transfer
 *
 * Returns: (transfer full): for example “To Harbour Street Imports Ltd”
 */
char *gram_credit_transfer_dup_title (const GramCreditTransferRow *row);

/**
 * gram_credit_transfer_dup_standing:
 * @row: a transfer
 *
 * Where it stands, for a list: its state, and how long there is, or when it ended.
 *
 * Returns: (transfer full): the text
 */
char *gram_credit_transfer_dup_standing (const GramCreditTransferRow *row);

/**
 * gram_credit_transfer_dup_sentence:
 * @row: a transfer
 *
 * What that means for the account from whose side it is shown, and what comes next.
 *
 * Returns: (transfer full): the sentence
 */
char *gram_credit_transfer_dup_sentence (const GramCreditTransferRow *row);

/**
 * gram_credit_transfer_dup_line:
 * @detail: a transfer
 * @at: which of its years
 *
 * What goes over of a year, what comes of it if the kinds differ, and until when it lasts.
 *
 * Returns: (transfer full): for example “150 new → 300 used, last day 31 December 2029”
 */
char *gram_credit_transfer_dup_line (const GramCreditTransferDetail *detail, guint at);

/**
 * gram_credit_transfer_show_look:
 * @state: a state
 * @image: a picture beside it
 *
 * Gives a state its icon.
 */
void gram_credit_transfer_show_look (GramCreditTransferState state, GtkImage *image);

/**
 * GramCreditTile:
 * @GRAM_CREDIT_TILE_AVAILABLE: what can be used
 * @GRAM_CREDIT_TILE_RESERVED: what is promised in offers
 * @GRAM_CREDIT_TILE_LAPSES: what lapses next
 *
 * The figures of the page.
 */
typedef enum
{
  GRAM_CREDIT_TILE_AVAILABLE,
  GRAM_CREDIT_TILE_RESERVED,
  GRAM_CREDIT_TILE_LAPSES,
} GramCreditTile;

#define GRAM_CREDIT_N_TILES (GRAM_CREDIT_TILE_LAPSES + 1)

/**
 * gram_credit_figure_new:
 * @tile: which
 * @credits: the credits of an account
 *
 * Returns: (transfer full): the figure with what it is made of
 */
GramFigure *gram_credit_figure_new (GramCreditTile tile, const GramCredits *credits);

/**
 * GramCreditStanding:
 * @title: how things stand
 * @sentence: what follows
 * @icon_name: icon for it, a constant
 * @style: (nullable): style class of the icon, a constant
 *
 * The one thing that matters now. Texts are translated and owned.
 */
typedef struct
{
  char *title;
  char *sentence;
  const char *icon_name;
  const char *style;
} GramCreditStanding;

/**
 * gram_credit_standing_new:
 * @credits: the credits of an account
 *
 * Says the one thing that matters now: an offer that waits, credits that lapse soon, how much there is, or where credits come
 * from.
 *
 * Returns: (transfer full): the texts
 */
GramCreditStanding *gram_credit_standing_new (const GramCredits *credits);

/**
 * gram_credit_standing_free:
 * @self: (nullable): texts
 *
 * Frees them.
 */
void gram_credit_standing_free (GramCreditStanding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCreditStanding, gram_credit_standing_free)

G_END_DECLS
