package io.healthconnect.edge.cookie;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          token=T                       | T
          a=b; token=T; c=d             | T
          token="T"                     | T
          x="open; token=T              | T
          x=open"; token=T              | T
          =nameless; token=T            | T
          alone; token=T;               | T
          x=a=b,c d{}; token=T          | T
          token=old; token=T            | old T
          token=T; token=T              | T
          xtoken=T                      |
          token                         |
          """)
  void findsEveryValueWhateverTheNeighboursAre(String header, String values) {
    List<String> expected = values == null ? List.of() : List.of(values.split(" "));
    assertEquals(expected, Cookies.parse(List.of(header)).getOrDefault("token", List.of()), header);
  }
}
