package io.visavis.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One visitor and one agent of a company who take a share through its steps on the wire. */
final class Share implements AutoCloseable {

  final Service service;
  final String visitorId = Service.newVisitorId();
  final SignalingSocket page;
  final SignalingSocket panel;
  SignalingSocket popup;
  String popupToken;
  String id;

  /** At Maison Lumen. */
  Share(Service service) {
    this(service, Company.LUMEN);
  }

  /** Connects the visitor's page and the agent's panel, which watches that visitor. */
  Share(Service service, Company company) {
    this(service, company, AgentToken.of(company, claims -> {}));
  }

  /** As above, with the agent's token from a key of the test's own. */
  Share(Service service, Company company, String agentToken) {
    this.service = service;
    page = service.connect(company.siteOrigin());
    page.hello("page", "token", service.visitorToken(company, visitorId));
    panel = service.connect(Service.ORIGIN);
    panel.hello("panel", "token", agentToken);
    panel.request("visitor.watch", fields().put("visitorId", visitorId));
  }

  /** The agent asks; returns once the visitor's page was told. */
  Share requested() {
    JsonNode reply = panel.request("share.request", fields().put("visitorId", visitorId));
    id = reply.path("result").path("sessionId").asText();
    page.untilState("requested");
    return this;
  }

  /** The visitor says yes and the popup joins with its ticket; returns once all were told. */
  Share accepted() {
    JsonNode given = ticket();
    String ticket = given.path("ticket").asText();
    popup = service.connect(Service.ORIGIN);
    popupToken = popup.hello("popup", "ticket", ticket).at("/result/token").asText();
    accept(given.at("/policy/version").asInt());
    popup.untilState("accepted");
    panel.untilState("accepted");
    return this;
  }

  /** The visitor picks, the agent activates; returns once both sides are live. */
  Share live() {
    popup.request("capture.started", session().put("surface", "browser"));
    panel.request("share.activate", session());
    popup.untilState("live");
    panel.untilState("live");
    return this;
  }

  /** The page says yes to the words of that version of the policy; returns the reply. */
  JsonNode accept(int policyVersion) {
    var yes = session().put("wording", "view.1").put("language", "fr");
    return page.request("share.accept", yes.put("policyVersion", policyVersion));
  }

  String newTicket() {
    return ticket().path("ticket").asText();
  }

  /** A ticket for the popup, with the policy that a yes would be under. */
  JsonNode ticket() {
    return page.request("ticket.new", session()).path("result");
  }

  /** Fields of a message about this session. */
  ObjectNode session() {
    return fields().put("sessionId", id);
  }

  static ObjectNode fields() {
    return Service.JSON.createObjectNode();
  }

  @Override
  public void close() {
    page.close();
    panel.close();
    if (popup != null) {
      popup.close();
    }
  }
}
