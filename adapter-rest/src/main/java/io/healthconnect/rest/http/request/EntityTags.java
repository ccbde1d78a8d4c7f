package io.healthconnect.rest.http.request;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of tags in {@code If-Match} or {@code If-None-Match}. Weak tags count as strong ones,
 * and a coding that is appended to a tag is dropped: whoever compresses a reply, a proxy or the
 * handler of the web client, makes its tag weak or marks it, but the content is still the same.
 * Empty elements of the list are ignored (RFC 9110, section 5.6.1).
 */
public record EntityTags(boolean any, List<String> tags) {
  private static final int MAX_LENGTH = 2048;
  private static final Pattern TAG =
      Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7e]*?)(?:(?:--?|;)(?:gzip|br|deflate|zstd))?\"");
  private static final String BETWEEN = "[\\s,]*+";
  private static final Pattern LIST =
      Pattern.compile(BETWEEN + TAG + "\\s*+(?:," + BETWEEN + TAG + "\\s*+)*" + BETWEEN);

  public EntityTags {
    tags = List.copyOf(tags);
  }

  /** Empty without the header; a header that is not such a list contains no tag. */
  public static Optional<EntityTags> parse(Optional<String> header) {
    return header.map(EntityTags::read);
  }

  /** Whether the list contains this tag, which is given without quotes. */
  public boolean contains(String tag) {
    return any || tags.contains(tag);
  }

  /** Whether the list names this tag, which is given as it stands in an {@code ETag} header. */
  public boolean meets(String etag) {
    return any || read(etag).tags().stream().anyMatch(tags::contains);
  }

  private static EntityTags read(String header) {
    if (header.strip().equals("*")) {
      return new EntityTags(true, List.of());
    }
    if (header.length() > MAX_LENGTH || !LIST.matcher(header).matches()) {
      return new EntityTags(false, List.of());
    }
    Matcher matcher = TAG.matcher(header);
    return new EntityTags(false, matcher.results().map(found -> found.group(1)).toList());
  }
}
