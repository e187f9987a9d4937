/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GramTestChanges:
 *
 * Records what a list model says about itself. Every `items-changed` has to be asserted: a change that was left
 * unchecked fails the test, and so does a model whose length does not fit what it said.
 */
typedef struct _GramTestChanges GramTestChanges;

GramTestChanges *gram_test_changes_new (GListModel *model);

/* Fails if a change was left unchecked. */
void gram_test_changes_free (GramTestChanges *self);

/* What was recorded since the last call, for example `0+256, 256-10+3`; empty for nothing. */
#define gram_test_assert_changes(self, expected)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *_said = gram_test_changes_take (self);                                        \
    g_assert_cmpstr (_said, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END
char *gram_test_changes_take (GramTestChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTestChanges, gram_test_changes_free)

G_END_DECLS
