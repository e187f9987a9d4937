/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-allowances.h"
#include "gram-session.h"

G_BEGIN_DECLS

/**
 * GramSettlement:
 * @GRAM_SETTLEMENT_SURRENDER: allowances are surrendered (art. 38)
 * @GRAM_SETTLEMENT_FROM_CRTS: CRTS allowances are converted into CCTS allowances (art. 35)
 * @GRAM_SETTLEMENT_TO_CRTS: CCTS allowances are turned into CRTS credits (art. 23)
 *
 * What a holder can do with the allowances of a year besides trading them.
 */
typedef enum
{
  GRAM_SETTLEMENT_SURRENDER,
  GRAM_SETTLEMENT_FROM_CRTS,
  GRAM_SETTLEMENT_TO_CRTS,
} GramSettlement;

#define GRAM_TYPE_SETTLE_DIALOG (gram_settle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramSettleDialog, gram_settle_dialog, GRAM, SETTLE_DIALOG, AdwDialog)

/**
 * GramSettleDialog:
 *
 * Asks how many, shows at once what that leaves, and has it signed. What the registry would refuse stands below the number
 * as soon as it is typed.
 */

/**
 * gram_settle_dialog_new:
 * @session: the session
 * @settlement: what is to be done
 * @year: the scheme year as it stands
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_settle_dialog_new (GramSession *session,
                                   GramSettlement settlement,
                                   const GramAllowanceYear *year);

/**
 * gram_settlement_command:
 * @settlement: what is to be done
 *
 * Returns: (transfer none): its command
 */
const char *gram_settlement_command (GramSettlement settlement);

G_END_DECLS
