/**
 * The operator: signs in, sees the accounts, grants and revokes their eligibility.
 *
 * <p>Invariants: names and passwords are compared in constant time; failed sign-ins are limited by
 * address and by name; when an account loses its eligibility its open shares end at once.
 */
package io.visavis.backoffice.operator;
