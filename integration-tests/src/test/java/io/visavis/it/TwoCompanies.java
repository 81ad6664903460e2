package io.visavis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Both accounts of the demo, each with a live share and with a second one of another visitor, for
 * as long as it is open; Atelier Brume is eligible meanwhile.
 */
final class TwoCompanies implements AutoCloseable {

  private final Service service;
  private final Map<Company, Share> shares = new HashMap<>();
  private final Map<Company, Share> siblings = new HashMap<>();
  private final Map<Company, Map<String, SignalingSocket>> callers = new HashMap<>();
  private Share other;

  TwoCompanies(Service service) {
    this.service = service;
    setEligible(Company.BRUME, true);
    for (Company company : companies()) {
      shares.put(company, new Share(service, company).requested().accepted().live());
      siblings.put(company, new Share(service, company).requested().accepted().live());
    }
  }

  Service service() {
    return service;
  }

  List<Company> companies() {
    return List.of(Company.LUMEN, Company.BRUME);
  }

  Company other(Company company) {
    return company == Company.LUMEN ? Company.BRUME : Company.LUMEN;
  }

  /** The share that a company's callers take part in. */
  Share of(Company company) {
    return shares.get(company);
  }

  /** The share of another visitor with the same company. */
  Share siblingOf(Company company) {
    return siblings.get(company);
  }

  /** A new share with the company, of a visitor of its own; the one before it is left. */
  Share anotherOf(Company company) {
    if (other != null) {
      // An agent may have a few connections only.
      other.close();
    }
    other = new Share(service, company).requested().accepted().live();
    return other;
  }

  /** Connections of that company's people, made at first use. */
  Map<String, SignalingSocket> callers(
      Company company, Function<Share, Map<String, SignalingSocket>> made) {
    return callers.computeIfAbsent(company, one -> made.apply(of(one)));
  }

  /** Nothing that others said had any effect on the company's share. */
  void expectStillLive(Company company) {
    for (Share share : List.of(of(company), siblingOf(company))) {
      String bearer = "Bearer " + AgentToken.of(company, claims -> {});
      String session = service.get("/api/v1/sessions/" + share.id, "Authorization", bearer).body();
      assertThat(Service.json(session).path("state").asText()).isEqualTo("live");
    }
  }

  /** A token of the demo's operator. */
  String operatorToken() {
    String credentials = "{\"name\":\"operator\",\"password\":\"demo\"}";
    return Service.json(service.post("/api/v1/operator/sign-in", credentials).body())
        .path("token")
        .asText();
  }

  private void setEligible(Company company, boolean eligible) {
    String address = "/api/v1/operator/accounts/" + company.keyId() + "/eligibility";
    String wish = "{\"eligible\":" + eligible + "}";
    String bearer = "Bearer " + operatorToken();
    assertThat(service.put(address, wish, "Authorization", bearer).statusCode()).isEqualTo(200);
  }

  @Override
  public void close() {
    callers.values().forEach(some -> some.values().forEach(SignalingSocket::close));
    shares.values().forEach(Share::close);
    siblings.values().forEach(Share::close);
    if (other != null) {
      other.close();
    }
    setEligible(Company.BRUME, false);
  }
}
