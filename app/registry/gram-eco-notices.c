/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-handlers-years.h"
#include "gram-participants.h"

#include "gram-eco-notice-table.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define ARTICLE "CCTS art. 36(3)"
/* Longest code, in bytes. */
#define MAX_CODE 40

static char *
read_code (GramCall *call, GramRefusal **refusal)
{
  const char *typed = gram_call_get_string (call, "code");
  g_autofree char *code = gram_ccts_eco_code_normalise (typed);

  if (code != NULL && strlen (code) <= MAX_CODE)
    return g_steal_pointer (&code);
  gram_refuse (refusal, "eco-notice.code", ARTICLE,
               _ ("“%s” is not the code of one eco-innovation; write it as certificates do, like "
                  "e13 29"),
               typed);
  return NULL;
}

static gboolean
check_day (GramCall *call, GramDate given_on, GramRefusal **refusal)
{
  g_autofree char *today = gram_registry_dup_today (call->registry, GRAM_ACCOUNT_CCTS);

  if (gram_date_compare (given_on, gram_life_date (today)) <= 0)
    return TRUE;
  return gram_refuse (refusal, "eco-notice.day", ARTICLE,
                      _ ("A notice is recorded once it was given; name today or a day before"));
}

/* The same notice twice would say nothing; a withdrawn one can be given again on another day. */
static gboolean
check_new (GramCall *call, const GramEcoNoticeRecord *record, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) notices = gram_eco_notice_table_list (call->store, error);

  if (notices == NULL)
    return FALSE;
  for (guint i = 0; i < notices->len; i++)
    {
      const GramEcoNoticeRecord *one = notices->pdata[i];

      if (g_str_equal (one->code, record->code) && g_str_equal (one->given_on, record->given_on))
        return gram_refuse (refusal, "eco-notice.exists", ARTICLE,
                            _ ("Notice %" PRId64 " is about this eco-innovation and that day"),
                            one->id);
    }
  return TRUE;
}

gboolean
gram_eco_notices_record (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autofree char *code = read_code (call, refusal);
  GramEcoNoticeRecord record = { .code = code, .journal_id = call->journal_id };
  g_autofree char *reference = NULL;
  char day[GRAM_DATE_BUFFER];
  GramDate given_on;

  if (code == NULL || !gram_life_read_date (call, "given-on", &given_on, refusal)
      || !check_day (call, given_on, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal))
    return FALSE;
  record.given_on = (char *)gram_date_print (day, given_on);
  record.reference = reference;
  if (!check_new (call, &record, refusal, error)
      || !gram_eco_notice_table_insert (call->unit, &record, error))
    return FALSE;
  gram_call_answer_int64 (call, "notice", record.id);
  gram_call_answer_string (call, "code", code);
  return TRUE;
}

gboolean
gram_eco_notices_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 id = gram_call_get_int64 (call, "notice", 0);
  g_autoptr (GramEcoNoticeRecord) before = NULL;
  g_autoptr (GramEcoNoticeRecord) after = NULL;

  if (!gram_eco_notice_table_get (call->store, id, &before, error))
    return FALSE;
  if (before == NULL)
    return gram_refuse (refusal, "eco-notice.unknown", ARTICLE,
                        _ ("There is no notice %" PRId64 " about an eco-innovation"), id);
  if (before->withdrawn_at != 0)
    return gram_refuse (refusal, "eco-notice.withdrawn", ARTICLE,
                        _ ("Notice %" PRId64 " is withdrawn already"), id);
  after = gram_eco_notice_record_copy (before);
  after->withdrawn_at = call->now;
  return gram_eco_notice_table_update (call->unit, before, after, error);
}
