package io.visavis.backoffice.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visavis.backoffice.configuration.Network;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
  private static final AddressRules IN_PRODUCTION = new AddressRules(false, List.of());
  private static final AddressRules ON_LOCALHOST = new AddressRules(true, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Schemes.
        "http://hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "gopher://hooks.example.com/",
        "jar:https://hooks.example.com!/",
        "data:text/plain,x",
        "javascript:alert(1)",
        "ws://hooks.example.com/",
        "//hooks.example.com/",
        "/hooks",
        "hooks.example.com",
        "https:hooks.example.com",
        "https:/hooks.example.com",
        "https:///x",
        // IPv4, as written and in its other spellings.
        "https://127.0.0.1/",
        "https://127.255.255.254/",
        "https://0.0.0.0/",
        "https://10.0.0.1/",
        "https://100.64.0.1/",
        "https://169.254.169.254/latest/",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.0.0.8/",
        "https://192.0.2.1/",
        "https://192.88.99.1/",
        "https://192.168.1.1/",
        "https://198.18.0.1/",
        "https://198.19.255.255/",
        "https://198.51.100.7/",
        "https://203.0.113.9/",
        "https://224.0.0.1/",
        "https://239.255.255.255/",
        "https://240.0.0.1/",
        "https://255.255.255.255/",
        "https://2130706433/",
        "https://017700000001/",
        "https://0177.0.0.1/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://127.0.1/",
        "https://127.0.0.01/",
        "https://127.0.0.0x1/",
        "https://010.0.0.1/",
        "https://8.8.8.8./",
        "https://4294967297/",
        "https://1.2.3.4.5/",
        "https://256.1.1.1/",
        "https://0/",
        "https://169.254.43518/",
        // IPv6.
        "https://[::]/",
        "https://[::1]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://[::ffff:8.8.8.8.]/",
        "https://[::127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[64:ff9b::8.8.8.8]/",
        "https://[64:ff9b:1::a00:1]/",
        "https://[100::1]/",
        "https://[2001::1]/",
        "https://[2001:10::1]/",
        "https://[2001:db8::1]/",
        "https://[2002:7f00:1::]/",
        "https://[2002:a9fe:a9fe::1]/",
        "https://[3fff::1]/",
        "https://[5f00::1]/",
        "https://[fc00::1]/",
        "https://[fd12:3456::1]/",
        "https://[fe80::1]/",
        "https://[fe80::1%25lo]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://[::1",
        // Names.
        "https://localhost/",
        "https://LOCALHOST/",
        "https://localhost./",
        "https://a.localhost/",
        "https://exa_mple.com/",
        "https://-a.example.com/",
        "https://a-.example.com/",
        "https://example..com/",
        "https://ex%61mple.com/",
        "https://ｅxample.com/",
        "https://①②⑦.⓪.⓪.①/",
        "https://127。0。0。1/",
        "https://example.com%00.evil/",
        // What stands around the host.
        "https://user@hooks.example.com/",
        "https://user:pass@hooks.example.com/",
        "https://hooks.example.com@127.0.0.1/",
        "https://127.0.0.1#@hooks.example.com/",
        "https://hooks.example.com/#part",
        "https://hooks.example.com:0/",
        "https://hooks.example.com:65536/",
        "https://hooks.example.com:99999/",
        "https://hooks.example.com:-1/",
        "https://hooks.example.com\\@127.0.0.1/",
        "https://hooks.example.com /",
        "https://hooks.example.com/\r\nX: y"
      })
  void addressesThatMayNotBeReachedAreRefusedByTheirTextAlone(String address) {
    assertThatThrownBy(() -> IN_PRODUCTION.host(URI.create(address)))
        .isInstanceOfAny(AddressRefused.class, IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.com/a?b=c",
        "https://HOOKS.example.com:8443",
        "https://xn--bcher-kva.example/",
        "https://8.8.8.8/",
        "https://172.32.0.1/",
        "https://100.128.0.1/",
        "https://[2606:4700::1111]/",
        "https://[2001:4860:4860::8888]:8443/"
      })
  void publicAddressesPass(String address) {
    assertThatCode(() -> IN_PRODUCTION.host(URI.create(address))).doesNotThrowAnyException();
  }

  @Test
  void addressLongerThanTwoThousandCharactersIsRefused() {
    var address = URI.create("https://hooks.example.com/" + "a".repeat(2000));

    assertThatThrownBy(() -> IN_PRODUCTION.host(address)).isInstanceOf(AddressRefused.class);
  }

  @Test
  void onlyWhatIsPublicIsKeptOfWhatANameLeadsTo() throws Exception {
    var found = addresses("127.0.0.1", "10.1.2.3", "8.8.4.4", "fe80::1", "2606:4700::1111");

    assertThat(IN_PRODUCTION.permitted(found, true))
        .isEqualTo(addresses("8.8.4.4", "2606:4700::1111"));
    assertThatThrownBy(() -> IN_PRODUCTION.permitted(addresses("10.1.2.3"), true))
        .isInstanceOf(AddressRefused.class)
        .hasMessageNotContaining("10.1.2.3");
  }

  @Test
  void namedNetworksMayBeReachedButNotInTheClear() throws Exception {
    var rules =
        new AddressRules(false, List.of(Network.of("10.20.0.0/16"), Network.of("fd00:1::/32")));

    assertThat(rules.permitted(addresses("10.20.1.2", "10.21.1.2", "fd00:1::9", "fd00:2::9"), true))
        .isEqualTo(addresses("10.20.1.2", "fd00:1::9"));
    assertThatThrownBy(() -> rules.host(URI.create("http://10.20.1.2/")))
        .isInstanceOf(AddressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:9000/hooks",
        "http://127.0.0.1:9000/",
        "http://[::1]:9000/",
        "http://shop.localhost/",
        "https://localhost/"
      })
  void aServiceOnLocalhostReachesLocalhostInTheClear(String address) {
    assertThatCode(() -> ON_LOCALHOST.host(URI.create(address))).doesNotThrowAnyException();
  }

  @Test
  void aServiceOnLocalhostReachesNothingElseInTheClear() throws Exception {
    assertThatThrownBy(() -> ON_LOCALHOST.host(URI.create("http://hooks.example.com/")))
        .isInstanceOf(AddressRefused.class);
    assertThatThrownBy(() -> ON_LOCALHOST.permitted(addresses("8.8.8.8", "10.0.0.1"), false))
        .isInstanceOf(AddressRefused.class);
    assertThatThrownBy(() -> ON_LOCALHOST.host(URI.create("https://169.254.169.254/")))
        .isInstanceOf(AddressRefused.class);
  }

  private static List<InetAddress> addresses(String... literals) {
    return Arrays.stream(literals).map(AddressRulesTest::address).toList();
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
