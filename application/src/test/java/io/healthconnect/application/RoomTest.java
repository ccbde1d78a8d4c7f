package io.healthconnect.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final PageRequest TEN = new PageRequest(10, Optional.of(new Cursor("key", "id")));

  private final List<PageRequest> asked = new ArrayList<>();

  private Page<Integer> list(PageRequest request) {
    asked.add(request);
    return new Page<>(IntStream.range(0, request.limit()).boxed().toList(), Optional.empty());
  }

  private List<Integer> limitsAsked() {
    assertEquals(List.of(TEN.after()), asked.stream().map(PageRequest::after).distinct().toList());
    return asked.stream().map(PageRequest::limit).toList();
  }

  @Test
  void aPageThatFitsIsListedOnce() {
    assertEquals(10, Room.fit(TEN, this::list, Room.unlimited()).items().size());
    assertEquals(List.of(10), limitsAsked());
  }

  @Test
  void aPageIsListedAgainUntilThereIsRoomForIt() {
    Room<Integer> room = page -> page.items().size() > 4 ? 4 : Math.min(page.items().size(), 3);
    assertEquals(List.of(0, 1, 2), Room.fit(TEN, this::list, room).items());
    assertEquals(List.of(10, 4, 3), limitsAsked());
  }
}
