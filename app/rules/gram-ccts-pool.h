/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-words.h"
#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Pools (art. 32(2), Schedule 5): the application, and which way it goes.
 */

/**
 * GRAM_POOL_MEMBERS_LEAST:
 *
 * Two or more manufacturers form a pool (art. 32(2)).
 */
#define GRAM_POOL_MEMBERS_LEAST 2

/**
 * GRAM_POOL_MEMBERS_MOST:
 *
 * More members than manufacturers exist are a mistake.
 */
#define GRAM_POOL_MEMBERS_MOST 200

/**
 * GramPoolField:
 * @GRAM_POOL_FIELD_NAME: name of the pool
 * @GRAM_POOL_FIELD_NUMBER: number of the nominated account (para 5(c)(i))
 * @GRAM_POOL_FIELD_MEMBERS: numbers of the members' accounts, the nominated one among them
 * @GRAM_POOL_FIELD_FIRST_YEAR: first scheme year
 * @GRAM_POOL_FIELD_LAST_YEAR: last scheme year
 * @GRAM_POOL_FIELD_CONTACT_NAME: who answers questions
 * @GRAM_POOL_FIELD_CONTACT_EMAIL: their e-mail address
 *
 * The fields of an application. Vocabulary `pool-field`: the names of the command's arguments.
 */
typedef enum
{
  GRAM_POOL_FIELD_NAME = 1,
  GRAM_POOL_FIELD_NUMBER,
  GRAM_POOL_FIELD_MEMBERS,
  GRAM_POOL_FIELD_FIRST_YEAR,
  GRAM_POOL_FIELD_LAST_YEAR,
  GRAM_POOL_FIELD_CONTACT_NAME,
  GRAM_POOL_FIELD_CONTACT_EMAIL,
} GramPoolField;

/**
 * GRAM_POOL_FIELD_N:
 *
 * How many fields there are.
 */
#define GRAM_POOL_FIELD_N GRAM_POOL_FIELD_CONTACT_EMAIL

/**
 * GramPoolForm:
 * @name: name of the pool
 * @number: number of the nominated account
 * @members: (array zero-terminated=1): numbers of the members' accounts as typed; the nominated one need not be among them
 * @first_year: first scheme year
 * @last_year: last scheme year
 * @contact_name: who answers questions
 * @contact_email: their e-mail address
 *
 * What somebody filled in. gram_pool_form_check() puts the texts into their plain form.
 */
typedef struct
{
  char *name;
  char *number;
  char **members;
  gint64 first_year;
  gint64 last_year;
  char *contact_name;
  char *contact_email;
} GramPoolForm;

/**
 * GramPoolVerb:
 * @GRAM_POOL_COMPLETE: the last member agrees
 * @GRAM_POOL_AGREE: a member agrees, others have yet to
 * @GRAM_POOL_WITHDRAW: the application is withdrawn
 * @GRAM_POOL_GRANT: the administrator grants it
 * @GRAM_POOL_DECLINE: the administrator declines it
 * @GRAM_POOL_END: a granted pool ends
 * @GRAM_POOL_UPDATE: its information is updated (art. 83(1))
 *
 * What happens to a pool. Vocabulary `pool-verb`.
 */
typedef enum
{
  GRAM_POOL_COMPLETE = 1,
  GRAM_POOL_AGREE,
  GRAM_POOL_WITHDRAW,
  GRAM_POOL_GRANT,
  GRAM_POOL_DECLINE,
  GRAM_POOL_END,
  GRAM_POOL_UPDATE,
} GramPoolVerb;

/**
 * gram_pool_field_title:
 * @field: a field
 *
 * Returns: (transfer none): translated
 */
const char *gram_pool_field_title (GramPoolField field);

/**
 * gram_pool_form_new:
 *
 * Returns: (transfer full): an empty form
 */
GramPoolForm *gram_pool_form_new (void);

/**
 * gram_pool_form_free:
 * @self: (nullable): a form
 *
 * Frees a form and its texts.
 */
void gram_pool_form_free (GramPoolForm *self);

/**
 * gram_pool_form_check:
 * @self: a form
 * @rules: the rules
 * @field: (out) (optional): the field that is wrong
 * @refusal: (out) (optional): `pool.name`, `pool.number`, `pool.members`, `pool.member-twice`, `pool.year`, `pool.contact`
 *
 * Checks an application (Schedule 5) and puts it into its plain form: numbers of eight digits, the nominated account first
 * among the members.
 *
 * Returns: %TRUE if the application can be made
 */
gboolean gram_pool_form_check (GramPoolForm *self,
                               const GramCctsRules *rules,
                               GramPoolField *field,
                               GramRefusal **refusal);

/**
 * gram_pool_form_check_contact:
 * @self: a form
 * @field: (out) (optional): the field that is wrong
 * @refusal: (out) (optional): `pool.contact`
 *
 * Checks and puts into their plain form the contact's name and address only (art. 83(1)).
 *
 * Returns: %TRUE if they are right
 */
gboolean
gram_pool_form_check_contact (GramPoolForm *self, GramPoolField *field, GramRefusal **refusal);

/**
 * gram_pool_move:
 * @from: state of a pool
 * @verb: what happens
 * @to: (out) (optional): the state after it
 * @refusal: (out) (optional): `pool.state`, a sentence about where the pool stands
 *
 * The states of a pool. What is not named here is refused.
 *
 * Returns: %TRUE if @verb is possible in @from
 */
gboolean
gram_pool_move (GramPoolState from, GramPoolVerb verb, GramPoolState *to, GramRefusal **refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramPoolForm, gram_pool_form_free)

G_END_DECLS
