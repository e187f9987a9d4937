/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "people-fixture.h"

G_BEGIN_DECLS

/* A code that somebody got: who it is for, and what for. */
typedef struct
{
  char *email;
  char *code;
} Code;

typedef struct
{
  Fixture *f;
  GPtrArray *people;   /* GramActor */
  GPtrArray *accounts; /* numbers */
  GArray *states;      /* GramAccountState by place in accounts */
  GHashTable *members; /* "account person" → permissions, plus OWNER_BIT */
  GPtrArray *codes;    /* Code of invitations */
  GHashTable *done;    /* command → how often */
  gint64 n_done;
  gint64 account_id;  /* of the command that is being made */
  const char *sender; /* its sender’s e-mail */
  GDate *day;
} World;

#define OWNER_BIT (1u << 20)

/* A new world in a registry of a kind: the persons and accounts of the fixture, on 16 March 2026. */
World *people_world_new (GramRegistryKind kind);
void people_world_free (World *world);

/* TRUE so often in a hundred. */
gboolean people_world_chance (int percent);

/* One of the words, which a NULL ends. */
const char *people_world_one_of (const char *const *words);

/* Any person. */
GramActor *people_world_somebody (World *world);

/* Arguments for a command on an account that are now right and now wrong; floating. */
GVariant *people_world_arguments (World *world, const GramCommand *command, const char *account);

G_END_DECLS
