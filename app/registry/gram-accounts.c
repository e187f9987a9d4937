/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-auto-accept.h"
#include "gram-cases.h"
#include "gram-charge-scheme.h"
#include "gram-check.h"
#include "gram-handlers.h"
#include "gram-notices.h"
#include "gram-texts.h"

#include "gram-identifier.h"
#include "gram-member-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The texts of an account, and where they stand in the record. */
static const struct
{
  GramText rule;
  gsize offset;
} texts[] = {
  { { "holder", N_ ("Holder"), 200, TRUE }, G_STRUCT_OFFSET (GramAccountRecord, holder) },
  { { "contact-name", N_ ("Contact"), 100, TRUE },
    G_STRUCT_OFFSET (GramAccountRecord, contact_name) },
  { { "contact-email", N_ ("E-mail of the contact"), 200, TRUE, FALSE, TRUE },
    G_STRUCT_OFFSET (GramAccountRecord, contact_email) },
  { { "contact-phone", N_ ("Telephone"), 50, FALSE },
    G_STRUCT_OFFSET (GramAccountRecord, contact_phone) },
  { { "address", N_ ("Address"), 500, FALSE, TRUE }, G_STRUCT_OFFSET (GramAccountRecord, address) },
};

/* Takes over the texts that were given; with @all the others as if they were empty. */
static gboolean
read_texts (GramCall *call, gboolean all, GramAccountRecord *account, GramRefusal **refusal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *value = gram_call_get_string (call, texts[i].rule.name);
      char **field = G_STRUCT_MEMBER_P (account, texts[i].offset);
      char *normal = NULL;

      if (value == NULL && !all)
        continue;
      if (!gram_text_check (&texts[i].rule, value, &normal, refusal))
        return FALSE;
      g_free (*field);
      *field = normal;
    }
  return TRUE;
}

static gboolean
read_switches (GramCall *call, GramChargeScheme scheme, guint *switches, GramRefusal **refusal)
{
  g_autoptr (GVariant) value = gram_call_dup_value (call, "switches");
  g_autofree const char **words = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  *switches = GRAM_AUTO_ACCEPT_OFF;
  for (const char **word = words; word != NULL && *word != NULL; word++)
    {
      int flag;

      if (!gram_word_parse ("auto-accept", *word, &flag))
        return gram_refuse (refusal, "account.switch", NULL,
                            _ ("“%s” is not a switch of auto-accept: credit, charge"), *word);
      *switches |= (guint)flag;
    }
  /* Under Pay As You Go, payment goes with acceptance, so a person decides. */
  if ((*switches & GRAM_AUTO_ACCEPT_CHARGE) != 0 && scheme != GRAM_CHARGE_SCHEME_FLEET_AVERAGE)
    return gram_refuse (refusal, "account.switch-fleet-average", "CO₂ account, Accepting vehicles",
                        _ ("Vehicles above their target are accepted automatically under Fleet "
                           "Average only"));
  return TRUE;
}

/* Who will own a new account. */
static gboolean
read_owner (GramCall *call, gint64 *owner_id, GramRefusal **refusal, GError **error)
{
  const char *email = gram_call_get_string (call, "owner");
  gboolean apart = gram_registry_get_kind (call->registry) == GRAM_REGISTRY_ADMINISTRATOR;
  g_autoptr (GramPersonRecord) owner = NULL;

  *owner_id = call->person->id;
  if (email != NULL)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (email));
      g_autofree char *normal = g_utf8_strdown (stripped, -1);

      if (g_str_equal (normal, call->person->email))
        email = NULL;
      else if (call->person->role != GRAM_ROLE_ADMINISTRATOR)
        return gram_refuse (refusal, "account.owner-other", NULL,
                            _ ("Only the administrator can open an account for another person"));
      else if (!gram_person_table_get_by_email (call->store, normal, &owner, error))
        return FALSE;
      else if (owner == NULL)
        return gram_refuse (refusal, "account.owner-unknown", NULL,
                            _ ("There is no person with the e-mail %s"), normal);
      else if (!owner->active)
        return gram_refuse (refusal, "account.owner-inactive", NULL,
                            _ ("%s was removed from this registry; restore the person first, or "
                               "name another"),
                            normal);
      else
        *owner_id = owner->id;
    }

  /* The administrator's side and membership of an account never meet in one person. */
  if (apart && _gram_check_administrators_side (owner != NULL ? owner : call->person))
    return gram_refuse (refusal, "account.owner-role", NULL,
                        _ ("The owner of an account has to be an officer; name one"));
  return TRUE;
}

gboolean
gram_accounts_open (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAccountRecord) account = gram_account_record_new ();
  GramMember owner = { .owner = TRUE, .permissions = GRAM_PERMISSION_ALL };
  const char *word = gram_call_get_string (call, "kind");
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  gint64 serial;
  int kind;

  if (!gram_word_parse ("account-kind", word, &kind))
    return gram_refuse (refusal, "account.kind", NULL,
                        _ ("“%s” is not a kind of account: ccs-used, ccs-new or ccts"), word);
  account->kind = (GramAccountKind)kind;
  if (!read_texts (call, TRUE, account, refusal)
      || !read_switches (call, GRAM_CHARGE_SCHEME_PAYG, &account->auto_accept, refusal)
      || !read_owner (call, &owner.person_id, refusal, error))
    return FALSE;

  if (!gram_account_table_next_serial (call->store, &serial, error)
      || !gram_account_number_make (serial, number, error))
    return FALSE;
  account->number = g_strdup (number);
  account->opened_at = call->now;
  if (!gram_account_table_insert (call->unit, account, error))
    return FALSE;
  owner.account_id = account->id;
  if (!gram_member_table_insert (call->unit, &owner, error))
    return FALSE;

  gram_call_answer_string (call, "account", account->number);
  gram_call_answer_int64 (call, "id", account->id);
  /* The journal entry belongs to the account from its first day. */
  call->account = g_steal_pointer (&account);
  /* Who holds credits has to be verified first. */
  return gram_account_kind_scheme (call->account->kind) != GRAM_SCHEME_CCS
         || gram_cases_open (call, GRAM_CASE_AML, call->account->id, call->account->holder, NULL,
                             error);
}

/* The place of a field of the history among the texts, their number if it is none that can be edited. */
static gsize
place_of (const char *field)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].rule.name, field))
      break;
  return i;
}

/* Which texts have changed since @version, translated and separated by commas, and who changed one last. */
static gboolean
changed_since (GramCall *call, gint64 version, char **fields, char **person, GError **error)
{
  g_autoptr (GPtrArray) changes
      = gram_account_table_history (call->store, call->account->id, error);
  gboolean changed[G_N_ELEMENTS (texts)] = { FALSE };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  gint64 journal_id = 0;
  gint64 at = call->account->version + 1;

  for (guint i = changes != NULL ? changes->len : 0; i > 0; i--)
    {
      const GramAccountChange *change = changes->pdata[i - 1];
      gsize place = place_of (change->field);

      /* Each entry of the journal that changed something made one version; counted back from the one of now. */
      at -= change->journal_id != journal_id ? 1 : 0;
      journal_id = change->journal_id;
      if (at <= version)
        break;
      if (place == G_N_ELEMENTS (texts))
        continue;
      changed[place] = TRUE;
      if (*person == NULL)
        *person = g_strdup (change->person);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (changed[i])
      g_strv_builder_add (names, _ (texts[i].rule.title));
  list = g_strv_builder_end (names);
  *fields = g_strjoinv (", ", list);
  return changes != NULL;
}

/*
 * Nobody writes over what somebody else has written meanwhile: they are told what it is. What an edit cannot touch, like
 * the state, does not stand in its way.
 */
static gboolean
check_not_changed (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 version = gram_call_get_int64 (call, "version", call->account->version);
  g_autofree char *fields = NULL;
  g_autofree char *person = NULL;

  if (version == call->account->version)
    return TRUE;
  if (version > call->account->version)
    return gram_refuse (refusal, "account.version", NULL,
                        _ ("Account %s has no version %" PRId64 " yet; look at it again before you "
                           "save"),
                        call->account->number, version);
  if (!changed_since (call, version, &fields, &person, error))
    return FALSE;
  if (*fields == '\0')
    return TRUE;
  return gram_refuse (refusal, "account.changed-meanwhile", NULL,
                      _ ("%s has changed account %s meanwhile: %s. Look at it again before you "
                         "save"),
                      person != NULL ? person : _ ("Somebody else"), call->account->number, fields);
}

gboolean
gram_accounts_edit (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAccountRecord) after = gram_account_record_copy (call->account);
  g_autoptr (GramAccountRecord) written = NULL;

  if (!check_not_changed (call, refusal, error))
    return FALSE;
  if (!read_texts (call, FALSE, after, refusal))
    return FALSE;
  if (!gram_account_table_update (call->unit, call->account, after, call->journal_id, error)
      || !gram_account_table_get (call->store, after->id, &written, error))
    return FALSE;

  gram_call_answer (call, "changed",
                    g_variant_new_boolean (written->version != call->account->version));
  gram_call_answer_int64 (call, "version", written->version);
  return TRUE;
}

gboolean
gram_accounts_set_auto_accept (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAccountRecord) after = gram_account_record_copy (call->account);
  GramAutoAcceptSums sums = { 0 };
  GramChargeScheme scheme;

  if (!gram_charge_scheme_today (call->registry, call->account, &scheme, error)
      || !read_switches (call, scheme, &after->auto_accept, refusal))
    return FALSE;
  if (!gram_account_table_update (call->unit, call->account, after, call->journal_id, error))
    return FALSE;

  if (gram_call_get_boolean (call, "include-waiting")
      && !gram_auto_accept_waiting (call, after->auto_accept, &sums, error))
    return FALSE;
  gram_call_answer_int64 (call, "accepted", sums.accepted.records);
  gram_call_answer_int64 (call, "units", sums.accepted.units);
  gram_call_answer_int64 (call, "skipped", sums.skipped);
  gram_accepted_answer (&sums.accepted, call);
  return gram_notices_tell_vehicles (call, GRAM_EVENT_AUTO_ACCEPTED, sums.accepted.records, 0,
                                     error);
}
