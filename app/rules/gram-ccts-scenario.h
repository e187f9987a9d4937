/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-conversion.h"
#include "gram-ccts.h"
#include "gram-identifier.h"

G_BEGIN_DECLS

/*
 * Ways out of a shortfall: buy, convert, pool, pay, or a mix. Reckoning only: nothing is posted by it, and nothing said here is
 * a promise that a way is open when it is taken.
 */

/**
 * GRAM_SCENARIO_SCALE_PRICE:
 *
 * Scale of the price of one allowance: pounds with four decimals.
 */
#define GRAM_SCENARIO_SCALE_PRICE 4

/**
 * GramScenarioField:
 * @GRAM_SCENARIO_BUY: allowances to buy
 * @GRAM_SCENARIO_BUY_PRICE: price of one, pounds
 * @GRAM_SCENARIO_CONVERT: CRTS allowances to convert (art. 35)
 * @GRAM_SCENARIO_POOL_NUMBER: account number of a manufacturer to pool with
 * @GRAM_SCENARIO_POOL_SURPLUS: allowances that it has left over
 * @GRAM_SCENARIO_POOL_COST: what it asks for that, pounds in all
 *
 * What a scenario is made of. Vocabulary `scenario-field`: the keys of the stored content.
 */
typedef enum
{
  GRAM_SCENARIO_BUY = 1,
  GRAM_SCENARIO_BUY_PRICE,
  GRAM_SCENARIO_CONVERT,
  GRAM_SCENARIO_POOL_NUMBER,
  GRAM_SCENARIO_POOL_SURPLUS,
  GRAM_SCENARIO_POOL_COST,
} GramScenarioField;

/**
 * GRAM_SCENARIO_FIELD_N:
 *
 * How many fields there are.
 */
#define GRAM_SCENARIO_FIELD_N GRAM_SCENARIO_POOL_COST

/**
 * GramScenario:
 * @buy: allowances to buy, whole
 * @buy_price: price of one, pounds at %GRAM_SCENARIO_SCALE_PRICE
 * @convert: CRTS allowances to convert, whole
 * @pool_number: account number of a manufacturer to pool with, eight digits; empty if there is none
 * @pool_surplus: allowances that it has left over, thousandths
 * @pool_cost: what it asks for that, pence
 *
 * A mix of ways. What is left after them is paid (art. 39).
 */
typedef struct
{
  gint64 buy;
  gint64 buy_price;
  gint64 convert;
  char pool_number[GRAM_ACCOUNT_NUMBER_BUFFER];
  gint64 pool_surplus;
  gint64 pool_cost;
} GramScenario;

/**
 * GramScenarioWay:
 * @GRAM_SCENARIO_WAY_BUY: buy allowances (art. 37)
 * @GRAM_SCENARIO_WAY_CONVERT: convert unused CRTS allowances (art. 35)
 * @GRAM_SCENARIO_WAY_POOL: pool with another manufacturer (art. 32(2), Schedule 5)
 * @GRAM_SCENARIO_WAY_PAY: pay (art. 39)
 *
 * The ways. Vocabulary `scenario-way`.
 */
typedef enum
{
  GRAM_SCENARIO_WAY_BUY = 1,
  GRAM_SCENARIO_WAY_CONVERT,
  GRAM_SCENARIO_WAY_POOL,
  GRAM_SCENARIO_WAY_PAY,
} GramScenarioWay;

/**
 * GRAM_SCENARIO_WAY_N:
 *
 * How many ways there are.
 */
#define GRAM_SCENARIO_WAY_N GRAM_SCENARIO_WAY_PAY

/**
 * GramScenarioFacts:
 * @year: scheme year
 * @today: today
 * @measured: the year is measured; else @activity is provisional
 * @pooled: the account is in a granted pool of the year already
 * @activity: activity, thousandths
 * @surrendered: allowances surrendered
 * @available: allowances held and not reserved
 * @position: (nullable): position in the CRTS; %NULL if none is entered
 * @converted: CRTS allowances of it that were converted already, tenths
 * @refused: for each #GramScenarioWay a translated sentence: why the state of the account leaves it not open; %NULL if it is
 *
 * Where the participant stands.
 */
typedef struct
{
  int year;
  GramDate today;
  gboolean measured;
  gboolean pooled;
  gint64 activity;
  gint64 surrendered;
  gint64 available;
  const GramCrtsPosition *position;
  gint64 converted;
  const char *refused[GRAM_SCENARIO_WAY_N + 1];
} GramScenarioFacts;

/**
 * GramScenarioLine:
 * @way: which way
 * @possible: it is open to the participant today, as far as this registry knows
 * @used: the scenario takes it
 * @units: what it gives, thousandths; for paying, the shortfall that is paid for
 * @cost: what it costs, pence
 * @most: the most it can give, thousandths; -1 if nothing limits it
 * @first_day: first day of the way, %GRAM_DATE_NONE if there is none
 * @last_day: its last day; %GRAM_DATE_NONE if there is none
 * @sentence: translated, why it is open or not, and until when
 * @article: (transfer none): its article
 *
 * A way in a scenario.
 */
typedef struct
{
  GramScenarioWay way;
  gboolean possible;
  gboolean used;
  gint64 units;
  gint64 cost;
  gint64 most;
  GramDate first_day;
  GramDate last_day;
  char *sentence;
  const char *article;
} GramScenarioLine;

/**
 * GramScenarioResult:
 * @lines: (element-type GramScenarioLine): a line for each #GramScenarioWay
 * @shortfall: shortfall before the scenario, thousandths
 * @payment: payment for it, pence: the scenario in which nothing is done
 * @left: shortfall after the scenario, thousandths
 * @payment_left: payment for that, pence
 * @spare: allowances that nobody needs after the scenario, thousandths: they lapse (art. 40(b))
 * @cost: cost of the scenario with the payment that is left, pence
 * @saved: @payment − @cost, pence; negative if the scenario is dearer than paying
 * @break_even: price of one allowance at which buying the whole shortfall costs as much as paying for it, pounds at
 *   %GRAM_SCENARIO_SCALE_PRICE, cut off; 0 without a shortfall
 * @possible: every way that is used is open
 *
 * What a scenario comes to.
 */
typedef struct
{
  GPtrArray *lines;
  gint64 shortfall;
  gint64 payment;
  gint64 left;
  gint64 payment_left;
  gint64 spare;
  gint64 cost;
  gint64 saved;
  gint64 break_even;
  gboolean possible;
} GramScenarioResult;

/**
 * gram_scenario_field_title:
 * @field: a field
 *
 * Returns: (transfer none): translated
 */
const char *gram_scenario_field_title (GramScenarioField field);

/**
 * gram_scenario_way_title:
 * @way: a way
 *
 * Returns: (transfer none): translated, for example “Buy allowances”
 */
const char *gram_scenario_way_title (GramScenarioWay way);

/**
 * gram_scenario_set:
 * @self: a scenario
 * @field: which field
 * @text: (nullable): what somebody typed; empty takes the field out
 * @refusal: (out) (optional): `scenario.value`; the sentence names the field
 *
 * Reads a field.
 *
 * Returns: %FALSE with a refusal; the field keeps what it had
 */
gboolean gram_scenario_set (GramScenario *self,
                            GramScenarioField field,
                            const char *text,
                            GramRefusal **refusal);

/**
 * gram_scenario_get:
 * @self: a scenario
 * @field: which field
 *
 * Returns: (transfer full): the field as text, empty if it is not there
 */
char *gram_scenario_get (const GramScenario *self, GramScenarioField field);

/**
 * gram_scenario_read:
 * @dictionary: an `a{sv}` of texts (whole numbers may be `x`) by the words of `scenario-field`
 * @scenario: (out caller-allocates): the scenario
 * @refusal: (out) (optional): `scenario.value`, `scenario.field` for a key that is none
 *
 * Returns: %FALSE with a refusal if @dictionary is no scenario
 */
gboolean gram_scenario_read (GVariant *dictionary, GramScenario *scenario, GramRefusal **refusal);

/**
 * gram_scenario_write:
 * @self: a scenario
 *
 * Returns: (transfer floating): an `a{sv}` of the fields that are there; the other way round of gram_scenario_read()
 */
GVariant *gram_scenario_write (const GramScenario *self);

/**
 * gram_scenario_compute:
 * @rules: the rules
 * @facts: where the participant stands
 * @scenario: the mix
 * @refusal: (out) (optional): `scenario.too-large`, `year.none`
 *
 * What a scenario comes to. Ways that are not open are reckoned, too, and say so.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL with a refusal if a figure does not fit
 */
GramScenarioResult *gram_scenario_compute (const GramCctsRules *rules,
                                           const GramScenarioFacts *facts,
                                           const GramScenario *scenario,
                                           GramRefusal **refusal);

/**
 * gram_scenario_result_free:
 * @self: (nullable): a result
 *
 * Frees a result.
 */
void gram_scenario_result_free (GramScenarioResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramScenarioResult, gram_scenario_result_free)

G_END_DECLS
