package io.healthconnect.domain.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** what the other side of a relay-only person may see. */
class AddressFilterTest {
  private static final String NAME = "3b1c8a52-0f5e-4c9d-9c52-0a1b2c3d4e5f.local";
  private static final String RELAY =
      "candidate:1 1 udp 41885695 198.51.100.7 50001 typ relay raddr 0.0.0.0 rport 9";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        RELAY,
        RELAY + " generation 0 ufrag aB+/ network-id 1 network-cost 10",
        "candidate:1 1 udp 41885695 198.51.100.7 50001 typ relay",
        "candidate:1 1 UDP 41885695 198.51.100.7 50001 typ RELAY",
        "candidate:1 1 udp 41885695 2001:db8::7 50001 typ relay raddr :: rport 9",
        "a=" + RELAY,
        "candidate:1 1 udp 2113937151 " + NAME + " 54400 typ host generation 0",
        "candidate:1 1 tcp 1518214911 " + NAME + " 9 typ host tcptype active",
        "candidate:1 1 udp 1 3B1C8A52-0F5E-4C9D-9C52-0A1B2C3D4E5F.LOCAL 9 typ host",
      })
  void r07PassesRelayCandidatesAndRandomNamesAsTheyAre(String line) {
    assertEquals(Optional.of(line), AddressFilter.candidate(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "candidate:1 1 udp 2113937151 192.0.2.1 54400 typ host",
        "candidate:1 1 udp 2113937151 192.0.2.1 54400 typ host generation 0 network-id 1",
        "a=candidate:1 1 udp 2113937151 192.0.2.1 54400 typ host",
        "candidate:1 1 tcp 1518214911 192.0.2.1 9 typ host tcptype active",
        "candidate:1 1 udp 2113937151 2001:db8::1 54400 typ host",
        "candidate:1 1 udp 2113937151 ::ffff:192.0.2.1 54400 typ host",
        "candidate:1 1 UDP 2113937151 192.0.2.1 54400 TYP HOST",
        "CANDIDATE:1 1 UDP 2113937151 192.0.2.1 54400 TYP HOST",
        "candidate:1  1  udp  2113937151  192.0.2.1  54400  typ  host",
        "candidate:1 1 udp 1677729535 203.0.113.5 61665 typ srflx raddr 192.0.2.1 rport 54400",
        "candidate:1 1 udp 1677729535 203.0.113.5 61665 typ prflx raddr 192.0.2.1 rport 54400",
        "candidate:1 1 udp 2113937151 annas-phone.local 54400 typ host",
        "candidate:1 1 udp 2113937151 192.0.2.1.local 54400 typ host",
        "candidate:1 1 udp 2113937151 " + NAME + ".example.org 54400 typ host",
      })
  void r07DropsEveryOtherAddress(String line) {
    assertEquals(Optional.empty(), AddressFilter.candidate(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "192.0.2.1",
        "candidate:1 1 udp 2113937151 192.0.2.1 54400",
        "candidate:1 1 udp 41885695 198.51.100.7 50001 typ relay raddr",
        "candidate:1 1 udp 41885695 198.51.100.7 50001 typ relay raddr 192.0.2.1 rport",
        "candidate:1 1 udp 41885695 198.51.100.7 50001 typ\trelay",
        "candidate:1 1 udp 41885695 192.0.2.1 54400 typ host\r\na=" + RELAY,
        "candidate:1 1 udp 41885695 192.0.2.1 54400 type relay",
        "candidate:1 one udp 41885695 198.51.100.7 50001 typ relay",
        " " + RELAY,
        "foundation:1 1 udp 41885695 198.51.100.7 50001 typ relay",
      })
  void r07DropsWhatItCannotRead(String line) {
    assertEquals(Optional.empty(), AddressFilter.candidate(line));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 54400, 198.51.100.7, 0.0.0.0",
    "203.0.113.5, 61665, 198.51.100.7, 0.0.0.0",
    "2001:db8::1, 54400, 2001:db8::7, ::",
    "192.0.2.1, 54400, 2001:db8::7, ::",
  })
  void r07HidesTheAddressThatARelayCandidateWasDerivedFrom(
      String address, String port, String relay, String unknown) {
    String head = "candidate:1 1 udp 41885695 " + relay + " 50001 typ relay";
    for (String names : new String[] {" raddr %s rport %s", "  RADDR  %s  Rport  %s"}) {
      assertEquals(
          Optional.of(head + names.formatted(unknown, 9) + " generation 0"),
          AddressFilter.candidate(head + names.formatted(address, port) + " generation 0"));
    }
  }

  @Test
  void r07HidesEachOfTwoRelatedAddresses() {
    String line =
        "candidate:1 1 udp 1 198.51.100.7 50001 typ relay raddr 0.0.0.0 rport 9 raddr 192.0.2.1";
    assertEquals(Optional.of(line.replace("192.0.2.1", "0.0.0.0")), AddressFilter.candidate(line));
  }

  @Test
  void r07ReadsLongLines() {
    String line = "a=" + RELAY + " x 1".repeat(8_000);
    assertEquals(line, AddressFilter.description(line));
    assertEquals("", AddressFilter.description(line + " x"));
  }

  @Test
  void r07RemovesTheAddressesOfADescriptionAndNothingElse() {
    String sent =
        """
        v=0
        o=- 4611 2 IN IP4 192.0.2.1
        s=-
        t=0 0
        a=group:BUNDLE 0
        m=audio 54400 UDP/TLS/RTP/SAVPF 111
        c=IN IP4 192.0.2.1
        a=rtcp:54401 IN IP4 192.0.2.1
        a=rtcp-fb:111 transport-cc
        a=candidate:1 1 udp 2113937151 192.0.2.1 54400 typ host generation 0
        a=candidate:1 1 udp 2113937151 %1$s 54400 typ host generation 0
        a=candidate:2 1 udp 41885695 198.51.100.7 50001 typ relay raddr 192.0.2.1 rport 54400
        a=Candidate:3 1 udp 2113937151 192.0.2.1 54400 typ host
        a= candidate:4 1 udp 2113937151 192.0.2.1 54400 typ host
        a=candidate:5
        a=remote-candidates:1 192.0.2.9 45664
        a=source-filter: incl IN IP4 * 192.0.2.1
        a=end-of-candidates
        a=ice-ufrag:aB+/
        m=video 54400 UDP/TLS/RTP/SAVPF 96
        c=IN IP6 2001:db8::1
        a=rtcp:54401 IN IP6 2001:db8::1
        """
            .formatted(NAME);
    String passed =
        """
        v=0
        o=- 4611 2 IN IP4 0.0.0.0
        s=-
        t=0 0
        a=group:BUNDLE 0
        m=audio 54400 UDP/TLS/RTP/SAVPF 111
        c=IN IP4 0.0.0.0
        a=rtcp:9 IN IP4 0.0.0.0
        a=rtcp-fb:111 transport-cc
        a=candidate:1 1 udp 2113937151 %1$s 54400 typ host generation 0
        a=candidate:2 1 udp 41885695 198.51.100.7 50001 typ relay raddr 0.0.0.0 rport 9
        a=end-of-candidates
        a=ice-ufrag:aB+/
        m=video 54400 UDP/TLS/RTP/SAVPF 96
        c=IN IP6 ::
        a=rtcp:9 IN IP6 ::
        """
            .formatted(NAME);
    for (String end : new String[] {"\n", "\r\n"}) {
      assertEquals(
          passed.replace("\n", end), AddressFilter.description(sent.replace("\n", end)), end);
    }
    assertEquals(passed.strip(), AddressFilter.description(sent.strip()));
    assertEquals("", AddressFilter.description(""));
  }

  @ParameterizedTest
  @CsvSource({
    "o=192.0.2.1, o=- 0 0 IN IP4 0.0.0.0",
    "o=- 1 2 IN  IP4  192.0.2.1, o=- 1 2 IN IP4 0.0.0.0",
    "o=- 1 192.0.2.1 IN IP4 x, o=- 0 0 IN IP4 0.0.0.0",
    "c= 192.0.2.1, c=IN IP4 0.0.0.0",
    "c=IN  IP4  192.0.2.1/127, c=IN IP4 0.0.0.0",
  })
  void r07KeepsNothingOfAnAddressLineThatIsOdd(String line, String passed) {
    assertEquals(passed, AddressFilter.description(line));
  }
}
