package io.healthconnect.security;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordRules;
import io.healthconnect.domain.account.PersonName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the 3,000 most common passwords that are long enough to be allowed at all (ASVS 6.2.4),
 * and passwords that are a name, an e-mail address or this product's name with a few characters
 * around it (ASVS 6.2.11). zxcvbn provides the ranked list; its strength estimate is not used,
 * because its running time grows fast with the length. The list is loaded on first use.
 */
public final class ZxcvbnPasswordRules implements PasswordRules {
  private static final int TOP = 3000;
  private static final int SHORTEST_PASSWORD = 8;
  private static final int SHORTEST_WORD = 3;
  private static final int LITTLE = 4;

  private @Nullable Lists lists;

  /** The whole list, and its most common passwords that are long enough. */
  private record Lists(Set<String> ranked, Set<String> top) {}

  /**
   * Loads the list unless it is loaded already. Otherwise the first check would wait for it.
   *
   * @throws UncheckedIOException if it is missing from the class path
   */
  public void load() {
    lists();
  }

  private synchronized Lists lists() {
    if (lists == null) {
      Map<String, Integer> ranks = ranks();
      Set<String> top =
          ranks.entrySet().stream()
              .filter(entry -> entry.getKey().length() >= SHORTEST_PASSWORD)
              .sorted(Map.Entry.comparingByValue())
              .limit(TOP)
              .map(Map.Entry::getKey)
              .collect(Collectors.toUnmodifiableSet());
      lists = new Lists(Set.copyOf(ranks.keySet()), top);
    }
    return lists;
  }

  @Override
  public boolean isGuessable(Password password, PersonName name, Email email) {
    String text = password.value().toLowerCase(Locale.ROOT);
    return lists().top().contains(text) || isLittleMoreThan(context(name, email), text);
  }

  private boolean isLittleMoreThan(List<String> words, String password) {
    String rest = lettersAndDigits(password);
    boolean found = false;
    for (String word : words) {
      found |= rest.contains(word);
      rest = rest.replace(word, "");
    }
    return found
        && (rest.codePoints().distinct().count() <= LITTLE || lists().ranked().contains(rest));
  }

  /**
   * The words that strangers can guess, longest first, so that a part does not break up the whole.
   */
  private static List<String> context(PersonName name, Email email) {
    String local = email.value().substring(0, email.value().indexOf('@'));
    Set<String> words = new LinkedHashSet<>();
    Stream.of(name.value(), local)
        .map(whole -> whole.toLowerCase(Locale.ROOT))
        .flatMap(whole -> Stream.concat(Stream.of(whole), parts(whole)))
        .map(ZxcvbnPasswordRules::lettersAndDigits)
        .forEach(words::add);
    words.addAll(List.of("healthconnect", "health", "connect"));
    return words.stream()
        .filter(word -> word.length() >= SHORTEST_WORD)
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  private static Stream<String> parts(String whole) {
    return Stream.of(whole.split("[^\\p{L}\\p{N}\\p{M}]+", -1));
  }

  private static String lettersAndDigits(String text) {
    return text.codePoints()
        .filter(
            c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Map<String, Integer> ranks() {
    try {
      return StandardDictionaries.PASSWORDS_LOADER.load().getRankedDictionary();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common passwords is missing", e);
    }
  }
}
