/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-ccs-private.h"

#include <glib/gi18n-lib.h>

gboolean
_gram_query_ccs (const GramAccountRecord *account, GramRefusal **refusal)
{
  return gram_account_kind_scheme (account->kind) == GRAM_SCHEME_CCS
         || gram_refuse (refusal, "ccs.other-scheme", NULL,
                         _ ("Account %s is not of the Clean Car Standard"), account->number);
}

gboolean
_gram_query_rulebook (const GramRulebook *rulebook, GramRefusal **refusal)
{
  return (rulebook != NULL && rulebook->ccs != NULL)
         || gram_refuse (refusal, "rulebook.none", NULL,
                         _ ("No rulebook of this scheme is in force; the administrator has to "
                            "publish one"));
}
