package io.healthconnect.application;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import java.util.function.Function;

/**
 * How much of a list there is room for where it is shown. It is asked before the audit log tells
 * what was shown, so that nothing is told of items that were left out.
 */
@FunctionalInterface
public interface Room<T> {
  /** How many of the page's first items there is room for: at least one, unless it has none. */
  int of(Page<T> page);

  static <T> Room<T> unlimited() {
    return page -> page.items().size();
  }

  /** The page that was asked for, or the longest beginning of it that there is room for. */
  static <T> Page<T> fit(PageRequest request, Function<PageRequest, Page<T>> list, Room<T> room) {
    Page<T> page = list.apply(request);
    for (int most = room.of(page); most < page.items().size(); most = room.of(page)) {
      page = list.apply(new PageRequest(most, request.after()));
    }
    return page;
  }
}
