package io.healthconnect.mongo.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The members of a collection's documents that this release writes. A document that is stored as a
 * whole, because it is an event, keeps all others: a newer node may have written them.
 *
 * @param names those of a part begin with the name of the part and a dot
 * @param fresh the lists whose elements have nothing to do with those that are stored
 */
public record KnownMembers(Set<String> names, Set<String> fresh) {
  public KnownMembers {
    names = Set.copyOf(names);
    fresh = Set.copyOf(fresh);
  }

  public static KnownMembers of(String... names) {
    return new KnownMembers(Set.of(names), Set.of());
  }

  /** These and the members of a part, named without it. */
  public KnownMembers withPart(String part, String... members) {
    Set<String> all = new HashSet<>(names);
    all.add(part);
    for (String member : members) {
      all.add(part + "." + member);
    }
    return new KnownMembers(all, fresh);
  }

  /** These and a list that each document has anew: none of its elements is one that is stored. */
  public KnownMembers withFresh(String list) {
    Set<String> all = new HashSet<>(names);
    all.add(list);
    Set<String> lists = new HashSet<>(fresh);
    lists.add(list);
    return new KnownMembers(all, lists);
  }

  /**
   * Adds the members of the stored document that this release does not know to the next one.
   *
   * @param next is changed
   */
  public Document keep(Document stored, Document next) {
    keep(stored, next, "");
    return next;
  }

  private void keep(Document stored, Document next, String prefix) {
    stored.forEach(
        (name, value) -> {
          if (!names.contains(prefix + name)) {
            next.putIfAbsent(name, value);
          } else if (value instanceof Document part && next.get(name) instanceof Document after) {
            keep(part, after, prefix + name + ".");
          } else if (value instanceof List<?> before
              && next.get(name) instanceof List<?> after
              && !fresh.contains(prefix + name)) {
            next.put(name, kept(before, after));
          }
        });
  }

  /** An element stays as it is stored if this release would write it without a difference. */
  private static List<Object> kept(List<?> stored, List<?> next) {
    List<Object> all = new ArrayList<>(next.size());
    for (Object element : next) {
      all.add(
          stored.stream()
              .filter(each -> isSame(each, element))
              .map(Object.class::cast)
              .findFirst()
              .orElse(element));
    }
    return all;
  }

  private static boolean isSame(Object stored, Object next) {
    return stored instanceof Document before
        && next instanceof Document after
        && after.entrySet().stream()
            .allMatch(member -> isEqual(before.get(member.getKey()), member.getValue()));
  }

  @SuppressWarnings("JavaUtilDate") // The driver reads instants as this type.
  private static boolean isEqual(@Nullable Object stored, Object next) {
    return next.equals(
        stored instanceof Date date && next instanceof Instant ? date.toInstant() : stored);
  }
}
