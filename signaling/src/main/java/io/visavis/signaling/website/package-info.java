/**
 * What visitors say of themselves on a host's website without a share: that they would like help.
 * Whether they may is the account's policy.
 */
package io.visavis.signaling.website;
