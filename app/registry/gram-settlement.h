/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-participants.h"

#include "gram-ccts-activity.h"
#include "gram-ccts-conversion.h"
#include "gram-ccts-settlement.h"
#include "gram-ccts.h"
#include "gram-crts-position-table.h"

G_BEGIN_DECLS

/* Where an account stands in a scheme year, as commands and questions about allowances see it. */

/**
 * GramSettlement:
 * @registry: the registry
 * @account: the account
 * @rulebook: rulebook of the CCTS in force
 * @rulebook_id: its row
 * @year: scheme year
 * @today: today in Europe/London
 * @unit: unit of its allowances
 * @measured: the year was measured
 * @participant: what the account is in it, by the last measuring; before it as the vehicles stand now
 * @holding: allowances that it can use
 * @reserved: allowances promised in trades
 * @allocated: allocated (art. 34)
 * @surrendered: surrendered (art. 38)
 * @acquired: made of CRTS allowances (art. 35)
 * @used: turned into CRTS credits (art. 23)
 * @crts_converted: CRTS allowances that @acquired was made of, tenths
 * @credits: CRTS credits that @used became, tenths
 * @position: (nullable): its position in the CRTS
 *
 * All of it, read at once.
 */
typedef struct
{
  /* Borrowed References */
  GramRegistry *registry;
  const GramAccountRecord *account;

  /* Owned References */
  GramRulebook *rulebook;
  GramCrtsPositionRecord *position;
  char *unit;

  gint64 rulebook_id;
  int year;
  GramDate today;
  gboolean measured;
  GramParticipant participant;
  gint64 holding;
  gint64 reserved;
  gint64 allocated;
  gint64 surrendered;
  gint64 acquired;
  gint64 used;
  gint64 crts_converted;
  gint64 credits;
} GramSettlement;

/**
 * gram_settlement_may_ask:
 * @registry: a registry, inside gram_store_begin_read()
 * @actor: who asks
 * @account_id: an account, 0 all of them
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Whether somebody may ask about an account; about all of them, the administrator's side may.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_settlement_may_ask (GramRegistry *registry,
                                  GramActor *actor,
                                  gint64 account_id,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_settlement_check_scheme:
 * @account: an account
 * @refusal: (out) (optional): `ccts.other-scheme`
 *
 * Returns: %FALSE if it is no account of the CCTS
 */
gboolean gram_settlement_check_scheme (const GramAccountRecord *account, GramRefusal **refusal);

/**
 * gram_settlement_rulebook:
 * @registry: a registry
 * @rulebook: (out) (transfer full): rulebook of the CCTS in force
 * @refusal: (out) (optional): `rulebook.none`
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_settlement_rulebook (GramRegistry *registry,
                                   GramRulebook **rulebook,
                                   GramRefusal **refusal,
                                   GError **error);

/**
 * gram_settlement_init:
 * @self: (out caller-allocates): where it stands
 * @registry: a registry, inside a transaction
 * @account: an account of the CCTS; it has to outlive @self
 * @year: scheme year as it was sent
 * @refusal: (out) (optional): `rulebook.none`, `year.unknown`
 * @error: return location
 *
 * Reads where an account stands, by what stands in its own books.
 *
 * Returns: %FALSE with one of @refusal and @error set; gram_settlement_clear() is then not needed
 */
gboolean gram_settlement_init (GramSettlement *self,
                               GramRegistry *registry,
                               const GramAccountRecord *account,
                               gint64 year,
                               GramRefusal **refusal,
                               GError **error);

/**
 * gram_settlement_clear:
 * @self: where it stands
 *
 * Frees what it holds.
 */
void gram_settlement_clear (GramSettlement *self);

/**
 * gram_settlement_may_act:
 * @self: where it stands
 * @act: what somebody wants to do
 * @refusal: (out) (optional): `year.closed`, `year.not-measured`, `participant.*`, `window.not-open`, `surrender.too-late`
 * @error: return location
 *
 * Whether an account can do something with the allowances of a year today.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_settlement_may_act (const GramSettlement *self,
                                  GramCctsAct act,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * gram_settlement_check_surrender:
 * @self: where it stands
 * @quantity: allowances, as typed
 * @number: (out): the same
 * @refusal: (out) (optional): what gram_settlement_may_act() says, `surrender.*`
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_settlement_check_surrender (const GramSettlement *self,
                                          const char *quantity,
                                          gint64 *number,
                                          GramRefusal **refusal,
                                          GError **error);

/**
 * gram_settlement_check_request:
 * @self: where it stands
 * @quantity: CRTS allowances, as typed
 * @crts: (out): the same, whole
 * @allowances: (out): CCTS allowances for them
 * @refusal: (out) (optional): what gram_settlement_may_act() says, `conversion.*`
 * @error: return location
 *
 * Conversion of CRTS allowances (art. 35).
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_settlement_check_request (const GramSettlement *self,
                                        const char *quantity,
                                        gint64 *crts,
                                        gint64 *allowances,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_settlement_check_to_crts:
 * @self: where it stands
 * @quantity: CCTS allowances, as typed
 * @number: (out): the same
 * @credits: (out): CRTS credits for them, whole
 * @used: (out): allowances that these need; the others stay
 * @refusal: (out) (optional): what gram_settlement_may_act() says, `conversion.*`
 * @error: return location
 *
 * Conversion into CRTS credits (art. 23).
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_settlement_check_to_crts (const GramSettlement *self,
                                        const char *quantity,
                                        gint64 *number,
                                        gint64 *credits,
                                        gint64 *used,
                                        GramRefusal **refusal,
                                        GError **error);

/**
 * gram_settlement_check_position:
 * @self: where it stands
 * @article: article that needs it
 * @refusal: (out) (optional): `conversion.no-position`
 *
 * Returns: %FALSE if nothing is known of its position in the CRTS
 */
gboolean gram_settlement_check_position (const GramSettlement *self,
                                         const char *article,
                                         GramRefusal **refusal);

/**
 * gram_settlement_crts:
 * @self: where it stands, with a position
 *
 * Returns: its position in the CRTS as the rules take it
 */
GramCrtsPosition gram_settlement_crts (const GramSettlement *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramSettlement, gram_settlement_clear)

G_END_DECLS
