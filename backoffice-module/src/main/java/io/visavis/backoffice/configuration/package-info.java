/**
 * Settings: one typed bean per feature, read from MicroProfile Config and checked before the
 * application starts.
 *
 * <p>Invariants: every key stands with its default in {@code
 * META-INF/microprofile-config.properties}; a missing or bad value stops the deployment with a
 * sentence that names the key, the value (never of a secret) and the remedy; nothing secret has a
 * default that works outside a demonstration on localhost.
 */
package io.visavis.backoffice.configuration;
