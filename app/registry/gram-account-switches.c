/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-cases.h"
#include "gram-handlers-accounts.h"
#include "gram-requests.h"

#include <glib/gi18n-lib.h>

gboolean
gram_accounts_set_directory (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAccountRecord) after = gram_account_record_copy (call->account);

  after->listed = gram_call_get_boolean (call, "listed");
  gram_call_answer (call, "listed", g_variant_new_boolean (after->listed));
  return gram_life_update (call, after, error);
}

static gboolean
read_aml (GramCall *call, GramAccountRecord *after, GramRefusal **refusal)
{
  const char *word = gram_call_get_string (call, "result");
  GramDate today = gram_life_today (call);
  GramDate until;
  int result;

  if (!gram_word_parse ("aml", word, &result)
      || (result != GRAM_AML_VERIFIED && result != GRAM_AML_REFUSED))
    return gram_refuse (refusal, "aml.result", NULL,
                        _ ("“%s” is not a result of a verification: verified or refused"), word);
  if (!gram_life_read_date (call, "until", &until, refusal))
    return FALSE;
  if (gram_date_is_valid (until) && result != GRAM_AML_VERIFIED)
    return gram_refuse (refusal, "aml.until", NULL,
                        _ ("Only a verification has a last day; leave it out"));
  if (gram_date_is_valid (until) && gram_date_compare (until, today) < 0)
    return gram_refuse (
        refusal, "aml.until-past", NULL,
        _ ("The last day of a verification has to lie in the future; choose a later one"));

  after->aml = (GramAml)result;
  g_free (after->aml_on);
  after->aml_on = gram_date_format (today);
  g_free (after->aml_until);
  after->aml_until = gram_date_is_valid (until) ? gram_date_format (until) : g_strdup ("");
  return TRUE;
}

gboolean
gram_accounts_set_aml (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAccountRecord) after = gram_account_record_copy (call->account);
  g_autofree char *reference = NULL;

  if (!gram_life_read_text (call, "reference", &reference, refusal)
      || !read_aml (call, after, refusal))
    return FALSE;
  if (!gram_cases_decide_subject (call, GRAM_CASE_AML, after->id,
                                  after->aml == GRAM_AML_VERIFIED ? GRAM_CASE_APPROVED
                                                                  : GRAM_CASE_DECLINED,
                                  NULL, reference, refusal, error))
    return FALSE;
  gram_call_answer_string (call, "aml", gram_word_for ("aml", (int)after->aml));
  return gram_life_update (call, after, error);
}

static gboolean
read_acts (GramCall *call, guint *acts, GramRefusal **refusal)
{
  g_autoptr (GVariant) value = gram_call_dup_value (call, "acts");
  g_autofree const char **words = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  *acts = 0;
  for (const char **word = words; word != NULL && *word != NULL; word++)
    {
      int act;

      if (!gram_word_parse ("act", *word, &act))
        return gram_refuse (refusal, "four-eyes.act", NULL,
                            _ ("“%s” is not an act for four eyes: transfer, surrender or closing"),
                            *word);
      *acts |= (guint)act;
    }
  return TRUE;
}

guint
gram_accounts_four_eyes_acts (GramCall *call)
{
  guint acts;

  if (call->account == NULL || !read_acts (call, &acts, NULL))
    return 0;
  return call->account->four_eyes & ~acts;
}

/* What is switched on needs somebody who could approve it. */
static gboolean
check_somebody (GramCall *call, guint acts, GramRefusal **refusal, GError **error)
{
  for (guint act = GRAM_ACT_TRANSFER; act <= GRAM_ACT_CLOSING; act <<= 1)
    {
      g_auto (GStrv) names = NULL;

      if ((acts & act) == 0)
        continue;
      names = gram_requests_approvers (call->registry, call->command, (GramAct)act, call->account,
                                       gram_call_person_id (call), error);
      if (names == NULL)
        return FALSE;
      if (names[0] == NULL)
        return gram_refuse (refusal, "four-eyes.alone", NULL,
                            _ ("Nobody else on account %s could approve this; add a member with "
                               "the permission first"),
                            call->account->number);
    }
  return TRUE;
}

gboolean
gram_accounts_check_four_eyes (GramCall *call, GramRefusal **refusal, GError **error)
{
  guint acts;

  return read_acts (call, &acts, refusal)
         && check_somebody (call, acts & ~call->account->four_eyes, refusal, error);
}

gboolean
gram_accounts_set_four_eyes (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAccountRecord) after = gram_account_record_copy (call->account);
  g_autofree const char **words = NULL;

  if (!read_acts (call, &after->four_eyes, refusal)
      || !check_somebody (call, after->four_eyes & ~call->account->four_eyes, refusal, error)
      || !gram_life_update (call, after, error))
    return FALSE;
  words = gram_words_of_set ("act", call->account->four_eyes);
  gram_call_answer (call, "acts", g_variant_new_strv (words, -1));
  return TRUE;
}
