/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-refusal.h"

static GramRefusal *
gram_refusal_new_valist (const char *id, const char *article, const char *format, va_list arguments)
    G_GNUC_PRINTF (3, 0);

static GramRefusal *
gram_refusal_new_valist (const char *id, const char *article, const char *format, va_list arguments)
{
  GramRefusal *self = g_new0 (GramRefusal, 1);

  self->id = g_strdup (id);
  self->article = g_strdup (article);
  self->message = g_strdup_vprintf (format, arguments);

  return self;
}

GramRefusal *
gram_refusal_new (const char *id, const char *article, const char *format, ...)
{
  GramRefusal *self;
  va_list arguments;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  va_start (arguments, format);
  self = gram_refusal_new_valist (id, article, format, arguments);
  va_end (arguments);

  return self;
}

GramRefusal *
gram_refusal_copy (const GramRefusal *self)
{
  GramRefusal *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (GramRefusal, 1);
  copy->id = g_strdup (self->id);
  copy->message = g_strdup (self->message);
  copy->article = g_strdup (self->article);

  return copy;
}

void
gram_refusal_free (GramRefusal *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->message);
  g_free (self->article);
  g_free (self);
}

gboolean
gram_refuse (GramRefusal **refusal, const char *id, const char *article, const char *format, ...)
{
  va_list arguments;

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);
  g_return_val_if_fail (refusal == NULL || *refusal == NULL, FALSE);

  if (refusal == NULL)
    return FALSE;

  va_start (arguments, format);
  *refusal = gram_refusal_new_valist (id, article, format, arguments);
  va_end (arguments);

  return FALSE;
}
