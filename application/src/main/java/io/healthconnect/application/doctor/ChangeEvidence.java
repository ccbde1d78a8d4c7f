package io.healthconnect.application.doctor;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Patch;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.LicenceNumber;
import io.healthconnect.domain.media.ImageRefusal;
import java.util.Optional;
import java.util.function.Function;

/** Changes what the actor, a doctor, shows admins in order to be approved. */
public interface ChangeEvidence {

  /**
   * Changes the licence number and adds the document in one step.
   *
   * @throws io.healthconnect.domain.media.ImagesUnavailableException if images cannot be stored
   *     now; nothing changes
   */
  Result<Evidence, Refusal> changeEvidence(Command command);

  /**
   * @param document an image as uploaded, to be added to the others
   */
  record Command(Actor actor, Patch<LicenceNumber> licenceNumber, Optional<byte[]> document) {
    @Override
    public String toString() {
      return "ChangeEvidence.Command[hidden]";
    }
  }

  /** Why nothing changed. */
  sealed interface Refusal {
    /** Calls the function for this kind of reason and returns its value. */
    <T> T fold(
        Function<? super Reason, ? extends T> onNotChanged,
        Function<? super ImageRefusal, ? extends T> onNotTaken);

    /** A reason that concerns the doctor. */
    record NotChanged(Reason reason) implements Refusal {
      @Override
      public <T> T fold(
          Function<? super Reason, ? extends T> onNotChanged,
          Function<? super ImageRefusal, ? extends T> onNotTaken) {
        return onNotChanged.apply(reason);
      }
    }

    /** A reason that concerns the file. */
    record NotTaken(ImageRefusal reason) implements Refusal {
      @Override
      public <T> T fold(
          Function<? super Reason, ? extends T> onNotChanged,
          Function<? super ImageRefusal, ? extends T> onNotTaken) {
        return onNotTaken.apply(reason);
      }
    }
  }

  /** Why a doctor cannot change the evidence in this way. */
  enum Reason {
    NOT_A_DOCTOR,
    /** There are {@link Evidence#MAX_DOCUMENTS} already. */
    TOO_MANY_DOCUMENTS
  }
}
