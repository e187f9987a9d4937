/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gramctl-verbs.h"

#include "gram-mapping.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/* Gram's own template for a kind of account, to be filled in and brought in again; no registry is needed. */
GramctlExit
gramctl_verb_template (Gramctl *self, char **words)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  GError *error = NULL;
  int kind;

  if (!gram_word_parse ("account-kind", words[0], &kind))
    return gramctl_usage (_ ("“%s” is not a kind of account: ccs-used, ccs-new or ccts"), words[0]);
  if (!gram_mapping_write_template ((GramAccountKind)kind, stream, &error))
    return gramctl_no (NULL, error);
  return GRAMCTL_DONE;
}
