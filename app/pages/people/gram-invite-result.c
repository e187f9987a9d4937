/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-invite-result.h"

#include "gram-invitation-file.h"

static void
offer_file (GramCodeCard *card,
            GramSession *session,
            const char *email,
            const char *code,
            gint64 lapses_at)
{
  GramAccount *account = gram_session_get_account (session);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GramInvitationFile file = {
    .registry = (char *)gram_session_get_title (session),
    .account = account != NULL ? (char *)gram_account_get_number (account) : NULL,
    .holder = account != NULL ? (char *)gram_account_get_holder (account) : NULL,
    .email = (char *)email,
    .code = (char *)code,
    .lapses_at = lapses_at,
  };

  name = gram_invitation_file_name (&file);
  text = gram_invitation_file_to_text (&file);
  gram_code_card_set_file (card, name, text);
}

void
gram_invite_result_show (GramCodeCard *card,
                         GramSession *session,
                         const char *email,
                         GVariant *value)
{
  const char *code = NULL;
  gint64 lapses_at = 0;

  g_return_if_fail (GRAM_IS_CODE_CARD (card));
  g_return_if_fail (value != NULL);

  if (!g_variant_lookup (value, "code", "&s", &code))
    return;
  g_variant_lookup (value, "lapses-at", "x", &lapses_at);
  gram_code_card_show (card, code, lapses_at);
  if (session != NULL && email != NULL)
    offer_file (card, session, email, code, lapses_at);
}
