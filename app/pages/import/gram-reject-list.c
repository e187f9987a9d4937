/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-reject-list.h"

struct _GramRejectItem
{
  GObject parent_instance;

  /* Owned References */
  GramRowProblem *problem;
};

G_DEFINE_FINAL_TYPE (GramRejectItem, gram_reject_item, G_TYPE_OBJECT)

struct _GramRejectList
{
  GObject parent_instance;

  /* Owned References */
  GramRejectSpool *spool;
};

static GType
gram_reject_list_get_item_type (GListModel *model)
{
  return GRAM_TYPE_REJECT_ITEM;
}

static guint
gram_reject_list_get_n_items (GListModel *model)
{
  GramRejectList *self = GRAM_REJECT_LIST (model);

  return (guint)MIN (gram_reject_spool_get_n_problems (self->spool), (gint64)G_MAXUINT - 1);
}

static gpointer
gram_reject_list_get_item (GListModel *model, guint position)
{
  GramRejectList *self = GRAM_REJECT_LIST (model);
  g_autoptr (GError) error = NULL;
  GramRejectItem *item;

  if (position >= gram_reject_list_get_n_items (model))
    return NULL;

  item = g_object_new (GRAM_TYPE_REJECT_ITEM, NULL);
  item->problem = gram_reject_spool_get (self->spool, position, &error);
  /* The row that cannot be read says so itself; the others still can be. */
  if (item->problem == NULL)
    item->problem = gram_row_problem_new (0, 0, NULL, NULL, "spool", NULL, error->message, NULL);

  return item;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gram_reject_list_get_item_type;
  iface->get_n_items = gram_reject_list_get_n_items;
  iface->get_item = gram_reject_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GramRejectList,
                               gram_reject_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
gram_reject_item_finalize (GObject *object)
{
  GramRejectItem *self = GRAM_REJECT_ITEM (object);

  g_clear_pointer (&self->problem, gram_row_problem_free);

  G_OBJECT_CLASS (gram_reject_item_parent_class)->finalize (object);
}

static void
gram_reject_item_class_init (GramRejectItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_reject_item_finalize;
}

static void
gram_reject_item_init (GramRejectItem *self)
{
}

static void
gram_reject_list_finalize (GObject *object)
{
  GramRejectList *self = GRAM_REJECT_LIST (object);

  g_clear_pointer (&self->spool, gram_reject_spool_unref);

  G_OBJECT_CLASS (gram_reject_list_parent_class)->finalize (object);
}

static void
gram_reject_list_class_init (GramRejectListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_reject_list_finalize;
}

static void
gram_reject_list_init (GramRejectList *self)
{
}

GramRejectList *
gram_reject_list_new (GramRejectSpool *spool)
{
  GramRejectList *self;

  g_return_val_if_fail (spool != NULL, NULL);

  self = g_object_new (GRAM_TYPE_REJECT_LIST, NULL);
  self->spool = gram_reject_spool_ref (spool);

  return self;
}

const GramRowProblem *
gram_reject_item_get_problem (GramRejectItem *self)
{
  g_return_val_if_fail (GRAM_IS_REJECT_ITEM (self), NULL);

  return self->problem;
}
