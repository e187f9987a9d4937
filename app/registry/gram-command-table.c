/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-command-arguments-accounts.h"
#include "gram-command-arguments-cases.h"
#include "gram-command-arguments-charges.h"
#include "gram-command-arguments-credits.h"
#include "gram-command-arguments-disputes.h"
#include "gram-command-arguments-figures.h"
#include "gram-command-arguments-fleet.h"
#include "gram-command-arguments-pools.h"
#include "gram-command-arguments-settlement.h"
#include "gram-command-arguments-trades.h"
#include "gram-command-arguments-years.h"
#include "gram-command-arguments.h"
#include "gram-handlers-accounts.h"
#include "gram-handlers-cases.h"
#include "gram-handlers-charges.h"
#include "gram-handlers-credits.h"
#include "gram-handlers-disputes.h"
#include "gram-handlers-figures.h"
#include "gram-handlers-fleet.h"
#include "gram-handlers-pools.h"
#include "gram-handlers-settlement.h"
#include "gram-handlers-trades.h"
#include "gram-handlers-years.h"
#include "gram-handlers.h"

#include <glib/gi18n-lib.h>

#define ALL_KINDS                                                                                  \
  (1u << GRAM_REGISTRY_ADMINISTRATOR | 1u << GRAM_REGISTRY_OWN | 1u << GRAM_REGISTRY_PRACTICE)
/* Registries in which both parties of a trade notify; in an own registry the other one is elsewhere. */
#define BOTH_PARTIES (1u << GRAM_REGISTRY_ADMINISTRATOR | 1u << GRAM_REGISTRY_PRACTICE)
/* Registries that sign for an account. */
#define OWN_KEYS (1u << GRAM_REGISTRY_OWN | 1u << GRAM_REGISTRY_PRACTICE)
#define NOT_CLOSED                                                                                 \
  (GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED | GRAM_ACCOUNT_CLOSING)
#define NOT_CLOSING (GRAM_ACCOUNT_OPEN | GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED)

/* Who sends it: A administrator, C case handler, D decision maker, O officer; a member with the permission; the owner. */
#define A GRAM_ROLE_ADMINISTRATOR
#define C GRAM_ROLE_CASE_HANDLER
#define D GRAM_ROLE_DECISION_MAKER
#define O GRAM_ROLE_OFFICER
#define ANYBODY (A | C | D | O | GRAM_ROLE_READER)
#define PROGRAM .internal = TRUE
#define ROLES(roles_) .roles = (roles_)
#define MEMBERS(permission_) .permission = GRAM_PERMISSION_##permission_
#define OWN_MEMBERS(permission_) .own_permission = GRAM_PERMISSION_##permission_
#define OWNER .owner_only = TRUE

/* On which account it starts: in the states that have an effect, by the rulebook in force; or in these states. */
#define ON_EFFECT(effect_) .needs_account = TRUE, .effect = GRAM_EFFECT_##effect_
/* In one direction, or in the other: the handler knows which. */
#define ON_EITHER(effect_, other_)                                                                 \
  .needs_account = TRUE, .effect = GRAM_EFFECT_##effect_ | GRAM_EFFECT_##other_
#define ON_STATES(states_) .needs_account = TRUE, .account_states = (states_)
#define SCHEME(scheme_) .schemes = 1u << GRAM_SCHEME_##scheme_

/* What it is. */
#define ACT(act_) .act = GRAM_ACT_##act_
#define SIGNED .signs = TRUE
#define DECISION .decision = TRUE
#define DOES(handler_, arguments_)                                                                 \
  .arguments = gram_arguments_##arguments_, .handler = gram_##handler_
#define CHECKS(check_) .check = gram_##check_

/*
 * Who may do what, in which registry and in which state of the account. What is not said is refused. The order of the
 * checks stands in gram-check.h. A row: name, summary, article, kinds of registry, who, on which account, what it is,
 * handler and arguments.
 */
static const GramCommand commands[] = {
  { "registry.create", N_ ("Makes the registry, its first person and its rulebooks"), NULL,
    ALL_KINDS, PROGRAM, DOES (setup_registry_create, registry_create) },

  /* Sessions and persons */
  { "session.open", N_ ("A person signed in"), NULL, ALL_KINDS, PROGRAM,
    DOES (persons_session_open, none) },
  { "session.refuse", N_ ("Somebody tried to sign in with a wrong password"), NULL, ALL_KINDS,
    PROGRAM, DOES (persons_session_refuse, session_refuse) },
  { "user.create", N_ ("Adds a person to the registry"), NULL, ALL_KINDS, ROLES (A),
    DOES (persons_user_create, user_create) },
  { "user.set-role", N_ ("Gives a person another role"), NULL, ALL_KINDS, ROLES (A),
    DOES (users_set_role, user_set_role) },
  { "user.remove", N_ ("Removes a person from the registry; what they did stays"), NULL, ALL_KINDS,
    ROLES (A), DOES (users_remove, person) },
  { "user.restore", N_ ("Restores a person who was removed"), NULL, ALL_KINDS, ROLES (A),
    DOES (users_restore, person) },
  { "user.reset-password", N_ ("Makes a one-time code with which a person sets a new password"),
    NULL, ALL_KINDS, ROLES (A), DOES (users_reset_password, person) },
  { "user.change-password", N_ ("Changes one’s own password"), NULL, ALL_KINDS, ROLES (ANYBODY),
    SIGNED, DOES (users_change_password, user_change_password) },
  { "user.use-code", N_ ("Sets a new password with a one-time code"), NULL, ALL_KINDS, PROGRAM,
    DOES (users_use_code, user_use_code) },

  /* Members of an account */
  { "invitation.create", N_ ("Invites a person into an account"), NULL, ALL_KINDS, MEMBERS (GRANT),
    ON_EFFECT (PEOPLE), DOES (invitations_create, invitation_create) },
  { "invitation.resend", N_ ("Makes a new code for an invitation and prolongs it"), NULL, ALL_KINDS,
    MEMBERS (GRANT), ON_EFFECT (PEOPLE), DOES (invitations_resend, invitation) },
  { "invitation.revoke", N_ ("Revokes an invitation"), NULL, ALL_KINDS, MEMBERS (GRANT),
    ON_EFFECT (PEOPLE), DOES (invitations_revoke, invitation) },
  { "invitation.accept", N_ ("Accepts an invitation"), NULL, ALL_KINDS, ROLES (ANYBODY),
    DOES (invitations_accept, invitation_accept) },
  { "invitation.join", N_ ("Accepts an invitation and becomes a person of the registry"), NULL,
    ALL_KINDS, PROGRAM, DOES (invitations_join, invitation_join) },
  { "member.set-permissions", N_ ("Gives a member other permissions"), NULL, ALL_KINDS,
    MEMBERS (GRANT), ON_EFFECT (PEOPLE), DOES (members_set_permissions, member_set_permissions) },
  { "member.remove", N_ ("Ends a membership"), NULL, ALL_KINDS, MEMBERS (GRANT), ON_EFFECT (PEOPLE),
    DOES (members_remove, account_person) },
  { "member.leave", N_ ("Ends one’s own membership"), NULL, ALL_KINDS, MEMBERS (VIEW),
    ON_EFFECT (PEOPLE), DOES (members_leave, account) },
  { "owner.offer", N_ ("Offers the ownership of an account to a member"), NULL, ALL_KINDS,
    ROLES (A), OWNER, ON_EFFECT (PEOPLE), DOES (owners_offer, account_person) },
  { "owner.withdraw", N_ ("Withdraws the offer of the ownership"), NULL, ALL_KINDS, ROLES (A),
    OWNER, ON_EFFECT (PEOPLE), DOES (owners_withdraw, account) },
  { "owner.accept", N_ ("Accepts the ownership of an account"), NULL, ALL_KINDS, MEMBERS (VIEW),
    ON_EFFECT (PEOPLE), DOES (owners_accept, account) },
  { "owner.decline", N_ ("Declines the ownership of an account"), NULL, ALL_KINDS, MEMBERS (VIEW),
    ON_EFFECT (PEOPLE), DOES (owners_decline, account) },

  /* Four eyes */
  { "account.set-four-eyes", N_ ("Says which acts need a second person"), NULL, ALL_KINDS, OWNER,
    ON_EFFECT (EDIT), .acts = gram_accounts_four_eyes_acts, CHECKS (accounts_check_four_eyes),
    DOES (accounts_set_four_eyes, account_set_four_eyes) },
  { "request.approve", N_ ("Approves, as the second person, what somebody else prepared"), NULL,
    ALL_KINDS, MEMBERS (VIEW), ON_EFFECT (VIEW), SIGNED, DOES (requests_approve, request_approve) },
  { "request.decline", N_ ("Declines what somebody else prepared"), NULL, ALL_KINDS, MEMBERS (VIEW),
    ON_EFFECT (VIEW), DOES (requests_decline, request_decline) },
  { "request.withdraw", N_ ("Withdraws what one prepared for a second person"), NULL, ALL_KINDS,
    MEMBERS (VIEW), ON_EFFECT (VIEW), DOES (requests_withdraw, request_withdraw) },

  /* Rulebooks */
  { "rulebook.publish",
    N_ ("Publishes a dated rulebook; it supersedes earlier ones, none is edited"), NULL, ALL_KINDS,
    ROLES (A), DOES (rulebooks_publish, rulebook_publish) },

  /* Accounts */
  { "account.open", N_ ("Opens an account and issues its number"), "CCS s 186", ALL_KINDS,
    ROLES (A | O), DOES (accounts_open, account_open) },
  { "account.edit", N_ ("Changes the holder’s name, contact or address"), NULL, ALL_KINDS,
    MEMBERS (EDIT), ON_EFFECT (EDIT), DOES (accounts_edit, account_edit) },
  { "account.set-auto-accept", N_ ("Switches auto-accept on or off"), NULL, ALL_KINDS, OWNER,
    ON_EFFECT (EDIT), DOES (accounts_set_auto_accept, account_set_auto_accept) },
  { "account.set-directory", N_ ("Puts the account into the directory or takes it out"),
    "CCS s 188", ALL_KINDS, MEMBERS (EDIT), ON_EFFECT (EDIT),
    DOES (accounts_set_directory, account_set_directory) },
  { "account.set-aml", N_ ("Records the result of the verification of the holder"), NULL, ALL_KINDS,
    ROLES (A | C | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), DECISION,
    DOES (accounts_set_aml, account_set_aml) },

  /* Suspension and block */
  { "account.give-notice", N_ ("Gives written notice of a suspension and time to remedy"),
    "CCS s 192", ALL_KINDS, ROLES (A | C | D), OWN_MEMBERS (EDIT), ON_STATES (GRAM_ACCOUNT_OPEN),
    DECISION, DOES (measures_give_notice, account_give_notice) },
  { "account.drop-notice", N_ ("Drops the notice of a suspension"), "CCS s 192", ALL_KINDS,
    ROLES (A | C | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), DECISION,
    DOES (measures_drop_notice, decision) },
  { "account.suspend", N_ ("Suspends an account until a day, at most five years"), "CCS s 192",
    ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (GRAM_ACCOUNT_OPEN), DECISION,
    DOES (measures_suspend, account_suspend) },
  { "account.reinstate", N_ ("Ends a suspension early; auto-accept goes on"), "CCS s 192",
    ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (GRAM_ACCOUNT_SUSPENDED), DECISION,
    DOES (measures_reinstate, decision) },
  { "account.block", N_ ("Blocks an account: it stops trading and conversion"), "CCTS art. 93",
    ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (GRAM_ACCOUNT_OPEN), SCHEME (CCTS),
    DECISION, DOES (measures_block, account_block) },
  { "account.unblock", N_ ("Lifts a block"), "CCTS art. 93", ALL_KINDS, ROLES (A | D),
    OWN_MEMBERS (EDIT), ON_STATES (GRAM_ACCOUNT_BLOCKED), SCHEME (CCTS), DECISION,
    DOES (measures_unblock, decision) },
  { "account.run-due", N_ ("Ends what is over: a suspension, a block, what waits for somebody"),
    NULL, ALL_KINDS, PROGRAM, ON_STATES (NOT_CLOSED), DOES (due_run, account) },

  /* Closing */
  { "account.request-closing", N_ ("Asks for the account to be closed"), "CCS s 190", ALL_KINDS,
    OWNER, ON_STATES (GRAM_ACCOUNT_OPEN), ACT (CLOSING), SIGNED,
    DOES (closings_request, account_request_closing), CHECKS (closings_check_request) },
  { "account.withdraw-closing", N_ ("Withdraws the request to close the account"), "CCS s 190",
    ALL_KINDS, OWNER, ON_STATES (GRAM_ACCOUNT_CLOSING), DOES (closings_withdraw, account) },
  { "account.refuse-closing", N_ ("Refuses to close the account"), "CCS s 190", ALL_KINDS,
    ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (GRAM_ACCOUNT_CLOSING), DECISION,
    DOES (closings_refuse, decision) },
  { "account.give-closing-notice", N_ ("Gives notice of closing and time to object"), "CCS s 191",
    ALL_KINDS, ROLES (A | C | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSING), DECISION,
    DOES (closings_give_notice, account_give_closing_notice) },
  { "account.drop-closing-notice", N_ ("Drops the notice of closing"), "CCS s 191", ALL_KINDS,
    ROLES (A | C | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSING), DECISION,
    DOES (closings_drop_notice, decision) },
  { "account.object-to-closing", N_ ("Says why the account is still needed"), "CCS s 191",
    ALL_KINDS, MEMBERS (EDIT), ON_EFFECT (VIEW),
    DOES (closings_object, account_object_to_closing) },
  { "account.close", N_ ("Closes an account; credits that are left are deleted"), "CCS s 190–191",
    ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), DECISION,
    DOES (closings_close, account_close) },

  /* Fleet Average */
  { "application.save", N_ ("Saves the draft of an application for Fleet Average"), "CCS reg 20",
    ALL_KINDS, MEMBERS (EDIT), ON_EFFECT (EDIT), SCHEME (CCS),
    DOES (applications_save, application_save) },
  { "application.submit", N_ ("Submits the application"), "CCS reg 20", ALL_KINDS, MEMBERS (EDIT),
    ON_EFFECT (EDIT), SCHEME (CCS), DOES (applications_submit, account) },
  { "application.withdraw", N_ ("Withdraws the application"), NULL, ALL_KINDS, MEMBERS (EDIT),
    ON_EFFECT (EDIT), SCHEME (CCS), DOES (applications_withdraw, account) },
  { "application.ask", N_ ("Asks for more information"), "CCS reg 21", ALL_KINDS, ROLES (A | C | D),
    OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (applications_ask, application_ask) },
  { "application.approve", N_ ("Approves Fleet Average from 1 January of a year"), "CCS reg 21",
    ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (applications_approve, application_approve) },
  { "application.decline", N_ ("Declines the application"), "CCS reg 21", ALL_KINDS, ROLES (A | D),
    OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (applications_decline, decision) },
  { "application.suspend", N_ ("Suspends the approval of Fleet Average"), "CCS reg 21", ALL_KINDS,
    ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (applications_suspend, decision) },
  { "application.resume", N_ ("Resumes the approval of Fleet Average"), "CCS reg 21", ALL_KINDS,
    ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (applications_resume, decision) },
  { "application.revoke", N_ ("Revokes the approval of Fleet Average"), "CCS reg 21", ALL_KINDS,
    ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (applications_revoke, decision) },

  /* Cases */
  { "case.claim", N_ ("Claims cases, so that nobody else decides them"), NULL, ALL_KINDS,
    ROLES (A | C | D), DOES (cases_do_claim, case_claim) },
  { "case.release", N_ ("Releases cases for somebody else"), NULL, ALL_KINDS, ROLES (A | C | D),
    DOES (cases_do_release, case_release) },
  { "case.assign", N_ ("Assigns cases to somebody who works them"), NULL, ALL_KINDS, ROLES (A | D),
    DOES (cases_do_assign, case_assign) },
  { "case.ask", N_ ("Asks the holder for information"), NULL, ALL_KINDS, ROLES (A | C | D),
    OWN_MEMBERS (ACCEPT), ON_STATES (NOT_CLOSED), DECISION, DOES (cases_do_ask, case_ask) },
  { "case.run-due", N_ ("Reminds of cases that are due"), NULL, ALL_KINDS, PROGRAM,
    DOES (case_due_run, none) },
  { "snippet.save", N_ ("Keeps a text for reasons and questions"), NULL, ALL_KINDS,
    ROLES (A | C | D), DOES (snippets_save, snippet_save) },
  { "snippet.remove", N_ ("Removes a text for reasons and questions"), NULL, ALL_KINDS,
    ROLES (A | C | D), DOES (snippets_remove, snippet_remove) },

  /* Disputes, and what is said about a case */
  { "dispute.open", N_ ("Disputes vehicles before they are accepted, or reports a missing one"),
    "CO₂ account, Disputing records", ALL_KINDS, MEMBERS (ACCEPT), ON_EFFECT (DISPUTE),
    DOES (disputes_open, dispute_open) },
  { "correction.open", N_ ("Asks for a correction of an accepted vehicle"),
    "CO₂ account, Disputing records", ALL_KINDS, ROLES (A | C | D), MEMBERS (ACCEPT),
    ON_EFFECT (VIEW), DOES (disputes_open_correction, correction_open) },
  { "dispute.import-answers", N_ ("Brings in the administrator’s answers to disputes"),
    "CO₂ account, Disputing records", 1u << GRAM_REGISTRY_OWN, OWN_MEMBERS (ACCEPT),
    ON_EFFECT (VIEW), DECISION, DOES (dispute_answers_import, dispute_import_answers) },
  { "case.write", N_ ("Writes a message or an internal note about a case"), NULL, ALL_KINDS,
    ROLES (A | C | D), MEMBERS (ACCEPT), ON_EFFECT (VIEW), DOES (case_thread_write, case_write) },
  { "case.edit-message", N_ ("Edits an own message; the earlier text stays in its history"), NULL,
    ALL_KINDS, ROLES (A | C | D), MEMBERS (ACCEPT), ON_EFFECT (VIEW),
    DOES (case_thread_edit, case_edit_message) },
  { "case.attach", N_ ("Attaches a file to a case as evidence"), NULL, ALL_KINDS, ROLES (A | C | D),
    MEMBERS (ACCEPT), ON_EFFECT (VIEW), DOES (attachments_attach, case_attach) },
  { "case.answer", N_ ("Answers what the administrator asked"), NULL, ALL_KINDS, MEMBERS (ACCEPT),
    ON_EFFECT (VIEW), DOES (case_thread_answer, case_answer) },
  { "case.withdraw", N_ ("Withdraws a dispute or a correction"), NULL, ALL_KINDS, MEMBERS (ACCEPT),
    ON_EFFECT (VIEW), DOES (case_thread_withdraw, account_case) },

  /* What a person is told */
  { "inbox.mark", N_ ("Marks own notices as read or archives them"), NULL, ALL_KINDS,
    ROLES (ANYBODY), DOES (inbox_mark, inbox_mark) },
  { "inbox.set-event", N_ ("Switches how oneself is told of an event"), NULL, ALL_KINDS,
    ROLES (ANYBODY), DOES (inbox_set_event, inbox_set_event) },

  { "dispute.uphold", N_ ("Upholds disputes and corrections and corrects the vehicles"),
    "CO₂ account, Disputing records", ALL_KINDS, ROLES (A | C | D), OWN_MEMBERS (ACCEPT),
    ON_STATES (NOT_CLOSED), DECISION, DOES (decisions_uphold, dispute_uphold) },
  { "dispute.decline", N_ ("Does not uphold disputes and corrections"),
    "CO₂ account, Disputing records", ALL_KINDS, ROLES (A | C | D), OWN_MEMBERS (ACCEPT),
    ON_STATES (NOT_CLOSED), DECISION, DOES (decisions_decline, dispute_decline) },
  { "difference.take", N_ ("Takes what a register file says about a vehicle"), NULL, ALL_KINDS,
    ROLES (A | C | D), OWN_MEMBERS (ACCEPT), ON_STATES (NOT_CLOSED), DECISION,
    DOES (decisions_take, difference_take) },
  { "difference.keep", N_ ("Keeps what the registry says about a vehicle"), NULL, ALL_KINDS,
    ROLES (A | C | D), OWN_MEMBERS (ACCEPT), ON_STATES (NOT_CLOSED), DECISION,
    DOES (decisions_keep, difference_keep) },

  /* Scheme years: who takes part, with which figures, and what is allocated */
  { "year.measure", N_ ("Measures a scheme year: its participants, their cars and activity"),
    "CCTS art. 36", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION,
    DOES (years_measure, year_measure) },
  { "baseline.set", N_ ("Enters the baseline of a participant"), "CCTS Sch. 1", ALL_KINDS,
    ROLES (A), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCTS), DECISION,
    DOES (baselines_set, baseline_set) },
  { "baseline.import", N_ ("Brings in a file of baselines"), "CCTS Sch. 1", ALL_KINDS, ROLES (A),
    OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION, DOES (baselines_import, baseline_import) },
  { "crts.set-position", N_ ("Enters where a participant stands in the CRTS"), "CCTS art. 35(1)",
    ALL_KINDS, ROLES (A), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCTS), DECISION,
    DOES (crts_positions_set, crts_set_position) },
  { "crts.import-positions", N_ ("Brings in a file of positions in the CRTS"), "CCTS art. 35(1)",
    ALL_KINDS, ROLES (A), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION,
    DOES (crts_positions_import, crts_import_positions) },
  { "eco-notice.record", N_ ("Records a notice that switches the savings of an innovation off"),
    "CCTS art. 36(3)", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION,
    DOES (eco_notices_record, eco_notice_record) },
  { "eco-notice.withdraw", N_ ("Withdraws a notice about an eco-innovation"), "CCTS art. 36(3)",
    ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION,
    DOES (eco_notices_withdraw, eco_notice_withdraw) },
  { "allocation.post", N_ ("Allocates allowances, or the difference to those allocated"),
    "CCTS art. 34", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION,
    DOES (allocations_post, allocation_post) },
  { "year.account", N_ ("Accounts for a scheme year: shortfalls and payments"),
    "CCTS art. 39(1)–(3)", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION,
    DOES (years_account, year_account) },
  { "year.close", N_ ("Closes a scheme year: what is left lapses, and the books balance"),
    "CCTS art. 40(b)", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION,
    DOES (years_close, year_close) },
  { "year.publish", N_ ("Publishes the final information of a scheme year"), "CCTS art. 80(1)",
    ALL_KINDS, ROLES (A | D), DOES (years_publish, year_publish) },
  { "year.set-standing-rule", N_ ("Says whether matched trades are registered at once"),
    "CCTS art. 37(7)", ALL_KINDS, ROLES (A | D),
    DOES (years_set_standing_rule, year_set_standing_rule) },

  /* Pools */
  { "pool.apply", N_ ("Applies for a pool with other manufacturers"), "CCTS art. 32(2)", ALL_KINDS,
    MEMBERS (EDIT), ON_EFFECT (EDIT), SCHEME (CCTS), DOES (pools_apply, pool_apply) },
  { "pool.agree", N_ ("Agrees to be a member of a pool"), "CCTS Sch. 5", ALL_KINDS, MEMBERS (EDIT),
    ON_EFFECT (EDIT), SCHEME (CCTS), DOES (pools_agree, pool_agree) },
  { "pool.withdraw", N_ ("Withdraws the application for a pool"), "CCTS Sch. 5", ALL_KINDS,
    MEMBERS (EDIT), ON_EFFECT (EDIT), SCHEME (CCTS), DOES (pools_withdraw, pool_withdraw) },
  { "pool.update", N_ ("Brings the contact of a pool, or the account it uses, up to date"),
    "CCTS art. 83(1)", ALL_KINDS, ROLES (A), MEMBERS (EDIT), ON_EFFECT (EDIT), SCHEME (CCTS),
    DOES (pools_update_information, pool_update) },
  { "pool.grant", N_ ("Grants the application for a pool"), "CCTS art. 32(2)", ALL_KINDS,
    ROLES (A | D), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION, DOES (pools_grant, pool_decision) },
  { "pool.decline", N_ ("Declines the application for a pool"), "CCTS art. 32(2)", ALL_KINDS,
    ROLES (A | D), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION,
    DOES (pools_decline, pool_decision) },
  { "pool.end", N_ ("Ends a pool for the years that are not allocated"), "CCTS art. 32(2)",
    ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), SCHEME (CCTS), DECISION,
    DOES (pools_end, pool_end) },
  { "vehicle.identify", N_ ("Identifies the participant whose cars these are"), "CCTS art. 32(3)",
    ALL_KINDS, ROLES (A | D), ON_STATES (NOT_CLOSED), SCHEME (CCTS), DECISION,
    DOES (vehicles_identify, vehicle_identify) },

  /* Credits and payments */
  /* No act of four eyes: nothing leaves the holder, and an acceptance that pays with credits asks nobody, either. */
  { "charge.offset", N_ ("Sets credits off against charges"), "LTA 1998 s 177, s 182", ALL_KINDS,
    MEMBERS (TRANSFER), ON_EFFECT (PAY), SCHEME (CCS), SIGNED,
    DOES (charges_offset, charge_offset) },
  { "payment.record", N_ ("Records that charges were paid"), "CCS s 177", ALL_KINDS, ROLES (A),
    OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (payments_record, payment_record) },
  { "payment.reverse", N_ ("Reverses a payment; what it settled is owed again"), "CCS s 177",
    ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (payments_reverse, payment_reverse) },
  { "payment.use-in-favour", N_ ("Settles charges with what stands in favour"), "CCS s 177",
    ALL_KINDS, ROLES (A), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (payments_use_in_favour, payment_use_in_favour) },
  { "payment.pay-back", N_ ("Records that money in favour was paid back"), "CCS s 177", ALL_KINDS,
    ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCS), DECISION,
    DOES (payments_pay_back, payment_pay_back) },
  { "payment.import", N_ ("Brings in payments from a bank statement"), "CCS s 177", ALL_KINDS,
    ROLES (A), OWN_MEMBERS (EDIT), SCHEME (CCS), DECISION, DOES (bank_import, payment_import) },
  { "charge.run-due", N_ ("Reminds of charges before and after their last day to pay"),
    "LTA 1998 s 177, s 182", ALL_KINDS, PROGRAM, DOES (charge_due_run, none) },
  { "fleet-year.settle", N_ ("Settles a Fleet Average year, or the difference to what was settled"),
    "LTA 1998 s 182", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED),
    SCHEME (CCS), DECISION, DOES (fleet_years_settle, fleet_year_settle) },
  { "borrowing.request", N_ ("Asks to carry a shortfall into the next year"), "LTA 1998 s 179",
    ALL_KINDS, MEMBERS (TRANSFER), ON_EFFECT (PAY), SCHEME (CCS),
    DOES (borrowings_request, borrowing_request) },
  { "borrowing.withdraw", N_ ("Withdraws the request to carry a shortfall into the next year"),
    "LTA 1998 s 179", ALL_KINDS, MEMBERS (TRANSFER), ON_EFFECT (PAY), SCHEME (CCS),
    DOES (borrowings_withdraw, borrowing_withdraw) },
  { "borrowing.approve", N_ ("Approves that a shortfall is carried into the next year"),
    "LTA 1998 s 179", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED),
    SCHEME (CCS), DECISION, DOES (borrowings_approve, borrowing_decision) },
  { "borrowing.decline", N_ ("Declines that a shortfall is carried into the next year"),
    "LTA 1998 s 179", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED),
    SCHEME (CCS), DECISION, DOES (borrowings_decline, borrowing_decision) },
  { "credit.carry-in", N_ ("Carries in a balance of credits from before Gram"), NULL, ALL_KINDS,
    ROLES (A), OWN_MEMBERS (EDIT), ON_STATES (GRAM_ACCOUNT_OPEN), SCHEME (CCS), DECISION,
    DOES (credits_carry_in, credit_carry_in) },

  /* Trades of allowances */
  { "trade.notify", N_ ("Notifies a trade of allowances as one of its parties"), "CCTS art. 37(3)",
    ALL_KINDS, MEMBERS (TRANSFER), ON_STATES (NOT_CLOSED), SCHEME (CCTS), ACT (TRANSFER), SIGNED,
    CHECKS (trades_check_notify), DOES (trades_notify, trade_notify) },
  { "trade.amend", N_ ("Changes an own notification until both parties say the same"),
    "CCTS art. 37(3)", ALL_KINDS, MEMBERS (TRANSFER), ON_STATES (NOT_CLOSED), SCHEME (CCTS),
    ACT (TRANSFER), SIGNED, CHECKS (trades_check_amend), DOES (trades_amend, trade_amend) },
  { "trade.withdraw", N_ ("Withdraws an own notification until both parties say the same"),
    "CCTS art. 37(3)", ALL_KINDS, ROLES (A | C | D), MEMBERS (TRANSFER), ON_EFFECT (VIEW),
    SCHEME (CCTS), DOES (trades_withdraw, trade_withdraw) },
  { "trade.register", N_ ("Registers trades that both parties notified alike"), "CCTS art. 37(6)",
    ALL_KINDS, ROLES (A | C | D), OWN_MEMBERS (TRANSFER), SCHEME (CCTS), DECISION,
    DOES (trades_register, trade_decide) },
  { "trade.refuse", N_ ("Treats trades as not having taken place"), "CCTS art. 37(7)", ALL_KINDS,
    ROLES (A | C | D), OWN_MEMBERS (TRANSFER), SCHEME (CCTS), DECISION,
    DOES (trades_refuse, trade_decide) },
  { "trade.import", N_ ("Brings in the signed file of a notification"), "CCTS art. 37(3)",
    BOTH_PARTIES, ROLES (A | C | D), DOES (trades_import, trade_import) },
  { "trade.set-key", N_ ("Enters the key with which a party signs its files"), "CCTS art. 37(7)",
    BOTH_PARTIES, ROLES (A), ON_STATES (NOT_CLOSED), SCHEME (CCTS),
    DOES (trades_set_key, trade_set_key) },
  { "key.create", N_ ("Makes the keys with which an account signs its files"), "CCTS art. 37(3)",
    OWN_KEYS, PROGRAM, ON_STATES (NOT_CLOSED), SCHEME (CCTS), DOES (trades_create_key, account) },
  { "year.run-due", N_ ("Tells that a trading window has opened, or closes soon"),
    "CCTS art. 37(1)", ALL_KINDS, PROGRAM, DOES (windows_run_due, window_due) },
  { "trade.run-due", N_ ("Ends what was not matched when its trading window ended"),
    "CCTS art. 37(7)", BOTH_PARTIES, PROGRAM, DOES (trades_run_due, none) },

  /* Conversion, surrender, payment */
  { "conversion.request", N_ ("Converts unused CRTS allowances into CCTS allowances"),
    "CCTS art. 35", ALL_KINDS, MEMBERS (TRANSFER), ON_EFFECT (CONVERT), SCHEME (CCTS),
    ACT (TRANSFER), SIGNED, CHECKS (conversions_check_request),
    DOES (conversions_request, conversion_request) },
  { "conversion.to-crts", N_ ("Converts CCTS allowances into CRTS credits"), "CCTS art. 23",
    ALL_KINDS, MEMBERS (TRANSFER), ON_STATES (NOT_CLOSED), SCHEME (CCTS), ACT (TRANSFER), SIGNED,
    CHECKS (conversions_check_to_crts), DOES (conversions_to_crts, conversion_to_crts) },
  { "allowance.surrender", N_ ("Surrenders allowances to account for activity"), "CCTS art. 38",
    ALL_KINDS, MEMBERS (TRANSFER), ON_EFFECT (SURRENDER), SCHEME (CCTS), ACT (SURRENDER), SIGNED,
    CHECKS (surrenders_check), DOES (surrenders_surrender, allowance_surrender) },
  { "payment-notice.issue", N_ ("Gives a payment notice"), "CCTS art. 39(4)–(5)", ALL_KINDS,
    ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED), SCHEME (CCTS), DECISION,
    DOES (payment_notices_issue, payment_notice_issue) },
  { "payment-notice.record-payment", N_ ("Records that a payment notice was paid"),
    "CCTS art. 39(6)", ALL_KINDS, ROLES (A), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED),
    SCHEME (CCTS), DECISION, DOES (payment_notices_record_payment, payment_notice_record_payment) },
  { "payment-notice.reverse-payment", N_ ("Reverses a payment that was recorded wrongly"),
    "CCTS art. 39(6)", ALL_KINDS, ROLES (A), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED),
    SCHEME (CCTS), DECISION,
    DOES (payment_notices_reverse_payment, payment_notice_reverse_payment) },
  { "payment-notice.forward", N_ ("Records that a payment went into the consolidated fund"),
    "CCTS art. 39(7)", ALL_KINDS, ROLES (A), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED),
    SCHEME (CCTS), DECISION, DOES (payment_notices_forward, payment_notice_forward) },
  { "payment-notice.appeal", N_ ("Appeals against a payment notice; collection stops"),
    "CCTS art. 39(5)(e)", ALL_KINDS, MEMBERS (EDIT), ON_EFFECT (VIEW), SCHEME (CCTS),
    DOES (payment_notices_appeal, payment_notice_appeal) },
  { "payment-notice.end-appeal", N_ ("Records how the appeal against a payment notice ended"),
    "CCTS art. 39(5)(e)", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED),
    SCHEME (CCTS), DECISION, DOES (payment_notices_end_appeal, payment_notice_end_appeal) },
  { "payment-notice.withdraw", N_ ("Withdraws a payment notice; what was paid is in favour"),
    "CCTS art. 39(4)", ALL_KINDS, ROLES (A | D), OWN_MEMBERS (EDIT), ON_STATES (NOT_CLOSED),
    SCHEME (CCTS), DECISION, DOES (payment_notices_withdraw, payment_notice_withdraw) },
  { "payment-notice.run-due", N_ ("Tells of payment notices that are overdue"),
    "CCTS art. 39(5)(b)", ALL_KINDS, PROGRAM, DOES (payment_notices_run_due, none) },
  { "scenario.save", N_ ("Keeps a way out of a shortfall to compare it"), NULL, ALL_KINDS,
    MEMBERS (VIEW), ON_EFFECT (VIEW), SCHEME (CCTS), DOES (scenarios_save, scenario_save) },
  { "scenario.remove", N_ ("Removes a way out of a shortfall that was kept"), NULL, ALL_KINDS,
    MEMBERS (VIEW), ON_EFFECT (VIEW), SCHEME (CCTS), DOES (scenarios_remove, scenario_remove) },

  /* Transfers of credits */
  { "transfer.offer", N_ ("Offers credits to another holder"), "LTA 1998 s 180, s 184", ALL_KINDS,
    MEMBERS (TRANSFER), ON_EFFECT (TRANSFER_OUT), SCHEME (CCS), ACT (TRANSFER), SIGNED,
    CHECKS (credit_transfers_check_offer), DOES (credit_transfers_offer, transfer_offer) },
  { "transfer.accept", N_ ("Accepts credits that another holder offers"), "LTA 1998 s 180, s 184",
    ALL_KINDS, MEMBERS (TRANSFER), ON_EFFECT (RECEIVE), SCHEME (CCS), SIGNED,
    DOES (credit_transfers_accept, transfer_accept) },
  { "transfer.decline", N_ ("Declines credits that another holder offers"), "LTA 1998 s 180, s 184",
    ALL_KINDS, MEMBERS (TRANSFER), ON_EFFECT (VIEW), SCHEME (CCS),
    DOES (credit_transfers_decline, transfer_decline) },
  { "transfer.cancel", N_ ("Cancels an offer of credits until it is accepted"),
    "LTA 1998 s 180, s 184", ALL_KINDS, MEMBERS (TRANSFER), ON_EFFECT (VIEW), SCHEME (CCS),
    DOES (credit_transfers_cancel, transfer_cancel) },
  { "transfer.record", N_ ("Records a transfer with a holder of another registry"),
    "LTA 1998 s 180, s 184", 1u << GRAM_REGISTRY_OWN, OWN_MEMBERS (TRANSFER),
    ON_EITHER (TRANSFER_OUT, RECEIVE), SCHEME (CCS), DECISION,
    DOES (credit_transfers_record, transfer_record) },
  { "credit.run-due", N_ ("Ends offers and credits whose last day is over, and warns before"),
    "CCS facts §7", ALL_KINDS, PROGRAM, ON_STATES (NOT_CLOSED), SCHEME (CCS),
    DOES (credits_run_due, credit_run_due) },

  /* Vehicles */
  { "vehicle.import", N_ ("Brings a register file into an account"), NULL, ALL_KINDS, ROLES (A),
    OWN_MEMBERS (ACCEPT), ON_EFFECT (ENTER), DOES (imports_import, vehicle_import) },
  { "vehicle.enter", N_ ("Enters one vehicle into an account"), NULL, ALL_KINDS, ROLES (A),
    OWN_MEMBERS (ACCEPT), ON_EFFECT (ENTER), DOES (vehicles_enter, vehicle_enter) },
  { "vehicle.mark-ready", N_ ("Records that compliance or pre-delivery inspection is done"), NULL,
    ALL_KINDS, ROLES (A), OWN_MEMBERS (ACCEPT), ON_EFFECT (ENTER),
    DOES (vehicles_mark_ready, vehicle_mark_ready) },
  { "vehicle.accept", N_ ("Accepts vehicles as the holder’s, with correct details"), NULL,
    ALL_KINDS, MEMBERS (ACCEPT), ON_EFFECT (ACCEPT), DOES (vehicles_accept, vehicle_accept) },
};

/* What `password` says of a command that is signed. */
static const GramArgument signature
    = { "password", "s", GRAM_ARGUMENT_SECRET,
        N_ ("Password of the person, who signs with it; a practice registry does without") };

const GramCommand *
gram_command_table (gsize *n_commands)
{
  g_return_val_if_fail (n_commands != NULL, NULL);

  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

const GramCommand *
gram_command_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

const GramArgument *
gram_command_next_argument (const GramCommand *command, const GramArgument *previous)
{
  const GramArgument *next;

  g_return_val_if_fail (command != NULL, NULL);

  next = previous == NULL ? command->arguments : previous + 1;
  if (previous == &signature)
    return NULL;
  if (next->name != NULL)
    return next;
  return command->signs ? &signature : NULL;
}
