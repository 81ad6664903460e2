package io.visavis.signaling.endpoint;

import io.visavis.signaling.connection.ConnectionLimits;
import io.visavis.signaling.ice.IceServers;

/** What the endpoint is told by configuration. */
public record EndpointSettings(ConnectionLimits limits, IceServers ice) {}
