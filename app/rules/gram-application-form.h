/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-rules.h"
#include "gram-refusal.h"

G_BEGIN_DECLS

/*
 * The application for Fleet Average (CCS facts §3; reg 20 declarations, reg 21 approval). The form is a table: command arguments,
 * the stored content and the page are all made from gram_application_fields().
 */

/**
 * GramApplicationField:
 * @GRAM_APPLICATION_CONTACT: who answers questions
 * @GRAM_APPLICATION_EMAIL: their e-mail address
 * @GRAM_APPLICATION_PHONE: their telephone number
 * @GRAM_APPLICATION_QUANTITY: vehicles expected in a year
 * @GRAM_APPLICATION_MAKES: makes
 * @GRAM_APPLICATION_MODELS: models
 * @GRAM_APPLICATION_FUELS: fuels
 * @GRAM_APPLICATION_AVERAGE_MASS: average weight, kg
 * @GRAM_APPLICATION_BANK_ACCOUNT: bank account for the invoice and the direct debit
 * @GRAM_APPLICATION_FORECAST: charges expected in a year, NZD
 * @GRAM_APPLICATION_RELATED_PARTIES: related parties
 * @GRAM_APPLICATION_INSOLVENCY: the applicant or a related party is or was in an insolvency process
 * @GRAM_APPLICATION_INSOLVENCY_DETAILS: which one; needed if so
 * @GRAM_APPLICATION_DECLARES_BUSINESS: declaration: carries on a business of importing
 * @GRAM_APPLICATION_DECLARES_RELATED: declaration: what is said covers related parties, too
 * @GRAM_APPLICATION_DECLARES_TRUE: declaration: authorised, true and complete
 *
 * The fields of the form, in its order.
 */
typedef enum
{
  GRAM_APPLICATION_CONTACT = 0,
  GRAM_APPLICATION_EMAIL,
  GRAM_APPLICATION_PHONE,
  GRAM_APPLICATION_QUANTITY,
  GRAM_APPLICATION_MAKES,
  GRAM_APPLICATION_MODELS,
  GRAM_APPLICATION_FUELS,
  GRAM_APPLICATION_AVERAGE_MASS,
  GRAM_APPLICATION_BANK_ACCOUNT,
  GRAM_APPLICATION_FORECAST,
  GRAM_APPLICATION_RELATED_PARTIES,
  GRAM_APPLICATION_INSOLVENCY,
  GRAM_APPLICATION_INSOLVENCY_DETAILS,
  GRAM_APPLICATION_DECLARES_BUSINESS,
  GRAM_APPLICATION_DECLARES_RELATED,
  GRAM_APPLICATION_DECLARES_TRUE,
} GramApplicationField;

/**
 * GRAM_APPLICATION_FIELD_N:
 *
 * How many fields there are.
 */
#define GRAM_APPLICATION_FIELD_N (GRAM_APPLICATION_DECLARES_TRUE + 1)

/**
 * GramApplicationKind:
 * @GRAM_APPLICATION_TEXT: a text
 * @GRAM_APPLICATION_ADDRESS: an e-mail address
 * @GRAM_APPLICATION_NUMBER_OF_PHONE: a telephone number
 * @GRAM_APPLICATION_COUNT: a whole number from 1 on
 * @GRAM_APPLICATION_MONEY: NZD with cents
 * @GRAM_APPLICATION_BANK: a bank account number
 * @GRAM_APPLICATION_QUESTION: a question to be answered with yes or no
 * @GRAM_APPLICATION_DECLARATION: a declaration; only yes lets the application be submitted
 *
 * What a field takes.
 */
typedef enum
{
  GRAM_APPLICATION_TEXT = 1,
  GRAM_APPLICATION_ADDRESS,
  GRAM_APPLICATION_NUMBER_OF_PHONE,
  GRAM_APPLICATION_COUNT,
  GRAM_APPLICATION_MONEY,
  GRAM_APPLICATION_BANK,
  GRAM_APPLICATION_QUESTION,
  GRAM_APPLICATION_DECLARATION,
} GramApplicationKind;

/**
 * GramApplicationRow:
 * @field: the field
 * @name: key in the command's arguments and in the stored JSON, for example `average-mass`
 * @type: its GVariant type: `s`, `x` or `b`
 * @kind: what it takes
 * @title: translatable name (N_())
 * @hint: translatable sentence (N_()) below it
 * @article: where it is from
 * @required: needed before it can be submitted
 * @max: longest text in characters, or largest number (of hundredths, for money)
 *
 * A row of the form.
 */
typedef struct
{
  GramApplicationField field;
  const char *name;
  const char *type;
  GramApplicationKind kind;
  const char *title;
  const char *hint;
  const char *article;
  gboolean required;
  gint64 max;
} GramApplicationRow;

/**
 * GramApplicationForm:
 * @values: (array fixed-size=16): a text for each field, %NULL if nothing is said: numbers in digits, money as a decimal
 *   (`1234.50`), questions and declarations as `yes` or `no`
 *
 * What somebody filled in.
 */
typedef struct
{
  char *values[GRAM_APPLICATION_FIELD_N];
} GramApplicationForm;

/**
 * gram_application_fields:
 *
 * Returns: (transfer none) (array fixed-size=16): the form, a row for each #GramApplicationField in its order
 */
const GramApplicationRow *gram_application_fields (void);

/**
 * gram_application_form_new:
 *
 * Returns: (transfer full): an empty form
 */
GramApplicationForm *gram_application_form_new (void);

/**
 * gram_application_form_free:
 * @self: (nullable): a form
 *
 * Frees a form.
 */
void gram_application_form_free (GramApplicationForm *self);

/**
 * gram_application_form_set:
 * @self: a form
 * @field: which field
 * @text: (nullable): what somebody typed; blanks around it do not count, the empty text clears the field
 * @refusal: (out) (optional): `application.value`; the sentence names the field
 *
 * Takes what somebody typed: reads it, and keeps it in its plain form.
 *
 * Returns: %FALSE if it is nothing that the field can take; the field keeps what it had
 */
gboolean gram_application_form_set (GramApplicationForm *self,
                                    GramApplicationField field,
                                    const char *text,
                                    GramRefusal **refusal);

/**
 * gram_application_form_read:
 * @dictionary: an `a{sv}`, for example the arguments of a command; keys that are no fields do not count
 * @refusal: (out) (optional): `application.value`; the sentence names the field
 *
 * Reads a form. This is the check of a *draft*: everything that is there is right, and anything may be missing.
 *
 * Returns: (transfer full) (nullable): the form, or %NULL with a refusal
 */
GramApplicationForm *gram_application_form_read (GVariant *dictionary, GramRefusal **refusal);

/**
 * gram_application_form_write:
 * @self: a form
 *
 * Returns: (transfer full): a floating `a{sv}` of the fields that are filled in, each of its own type; the other way round
 *   of gram_application_form_read()
 */
GVariant *gram_application_form_write (const GramApplicationForm *self);

/**
 * gram_application_form_check_field:
 * @self: a form
 * @field: which field
 * @refusal: (out) (optional): `application.missing` or `application.not-declared`; the sentence names the field
 *
 * Returns: %TRUE if the field does not keep the form from being submitted
 */
gboolean gram_application_form_check_field (const GramApplicationForm *self,
                                            GramApplicationField field,
                                            GramRefusal **refusal);

/**
 * gram_application_form_check_submit:
 * @self: a form
 * @field: (out) (optional): the first field that is missing
 * @refusal: (out) (optional): as for gram_application_form_check_field()
 *
 * The check of an application that is *submitted*: everything asked for is there, and everything is declared (reg 20).
 *
 * Returns: %TRUE if it can be submitted
 */
gboolean gram_application_form_check_submit (const GramApplicationForm *self,
                                             GramApplicationField *field,
                                             GramRefusal **refusal);

/**
 * gram_application_move:
 * @from: state of the application
 * @verb: what is done: `save`, `submit`, `withdraw`, `ask`, `approve`, `decline`, `suspend`, `resume`, `revoke`
 * @to: (out) (optional): the state after it
 * @refusal: (out) (optional): `application.state`
 *
 * The states of an application. What is not named here is refused.
 *
 * Returns: %TRUE if @verb is possible in @from
 */
gboolean gram_application_move (GramApplicationState from,
                                const char *verb,
                                GramApplicationState *to,
                                GramRefusal **refusal);

/**
 * gram_application_valid_from:
 * @rules: the account rules in force (CCS)
 * @year: a year
 *
 * Returns: the day of @year from which an approval counts, 1 January
 */
GramDate gram_application_valid_from (const GramAccountRules *rules, int year);

/**
 * gram_application_next_year:
 * @rules: the account rules in force (CCS)
 * @today: today
 *
 * Returns: the first year for which an approval of today can count
 */
int gram_application_next_year (const GramAccountRules *rules, GramDate today);

/**
 * gram_application_check_year:
 * @rules: the account rules in force (CCS)
 * @today: today
 * @recorded: the decision is the administrator's and is only recorded here, perhaps after the year began
 * @year: year from which it is approved
 * @refusal: (out) (optional): `application.year-past` or `application.year-far`
 *
 * A change of scheme takes effect on 1 January only (CCS facts §3). A recorded decision may name the running year.
 *
 * Returns: %TRUE if an approval from @year can be given
 */
gboolean gram_application_check_year (const GramAccountRules *rules,
                                      GramDate today,
                                      gboolean recorded,
                                      gint64 year,
                                      GramRefusal **refusal);

/**
 * gram_application_charge_scheme:
 * @state: state of the application, 0 if there is none
 * @valid_from: day from which it is approved, %GRAM_DATE_NONE if never
 * @ended_on: first day on which it counts no more after it was revoked, %GRAM_DATE_NONE if it was not
 * @day: a day
 *
 * Fleet Average from the day of approval until the day of revocation; vehicles accepted while the approval is suspended
 * are Pay As You Go (CCS facts §3). A suspended approval does not know since when: ask for today only.
 *
 * Returns: the scheme of a vehicle accepted on @day
 */
GramChargeScheme gram_application_charge_scheme (GramApplicationState state,
                                                 GramDate valid_from,
                                                 GramDate ended_on,
                                                 GramDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramApplicationForm, gram_application_form_free)

G_END_DECLS
