/**
 * What Visavis mends in the container it runs in, each mend a class of its own that says why and,
 * when a later container has not what it needs, leaves things as they are shipped.
 *
 * <p>Nothing else reaches into Payara, Grizzly or Tyrus, and nothing here knows sessions, messages
 * or people.
 */
package io.visavis.signaling.container;
