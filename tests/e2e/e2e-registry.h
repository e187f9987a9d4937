/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-at.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * E2eRegistry:
 *
 * A registry made by gramctl, in a folder that lasts as long: what was there before a walk begins, and what another
 * process does meanwhile. Everybody signs in with E2E_PASSWORD.
 */
typedef struct
{
  char *folder;
  char *path;
  /* Whoever made it. */
  const char *administrator;
  /* The day of a practice registry, for whatever comes; NULL: its own. */
  const char *today;
} E2eRegistry;

/* Who has it: an administrator’s registry is Mere Parata’s, one of one’s own Aroha Ngata’s. A practice registry is Mere
 * Parata’s, too, with nobody and nothing else in it. */
#define E2E_ADMINISTRATOR "mere@example.org"
#define E2E_OFFICER "aroha@example.org"

E2eRegistry *e2e_registry_new (const char *kind);
void e2e_registry_free (E2eRegistry *self);

/* `gramctl do`, as the person with this address; the result of a command that has to be done. @json is freed. */
JsonNode *e2e_registry_do (E2eRegistry *self, const char *email, const char *command, char *json);

/* What `gramctl` answers to these words (`show`, `credits`, a number), which end with NULL. */
JsonNode *e2e_registry_ask (E2eRegistry *self, const char *email, ...) G_GNUC_NULL_TERMINATED;

/* The same for one that has to be refused: the id of the refusal. */
char *e2e_registry_refused (E2eRegistry *self, const char *email, const char *command, char *json);

/* Text of a member of a result. */
char *e2e_dup_member (JsonNode *result, const char *member);

/* A person of the registry. @role as `user.create` has it. */
void
e2e_registry_add_person (E2eRegistry *self, const char *name, const char *email, const char *role);

/* An account of an officer, for used vehicles in New Zealand: its number. */
char *e2e_registry_add_account (E2eRegistry *self, const char *email, const char *holder);

/* A member of it, by invitation; @permissions as JSON: `["accept"]`. */
void e2e_registry_add_member (E2eRegistry *self,
                              const char *account,
                              const char *name,
                              const char *email,
                              const char *permissions);

/* The vehicles of e2e_write_extract(), ready; how many of them are complete. */
gint64 e2e_registry_add_vehicles (E2eRegistry *self, const char *account);

/* `gramctl verify` has nothing to say. */
void e2e_registry_verify (E2eRegistry *self);

/* The window with this registry: as far as the sign-in page, or as far as the destinations. */
gboolean e2e_registry_start (E2eRegistry *self, GramAt *at);
gboolean e2e_registry_open (E2eRegistry *self, GramAt *at, const char *email);

/* The window with a practice registry on its day, as a person by name. */
gboolean e2e_registry_open_practice (E2eRegistry *self, GramAt *at, const char *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (E2eRegistry, e2e_registry_free)

G_END_DECLS
