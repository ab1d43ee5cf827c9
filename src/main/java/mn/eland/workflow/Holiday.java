package mn.eland.workflow;

import java.time.LocalDate;

/**
 * A day on which offices are closed.
 *
 * @param confirmed false while the day is only computed from the moon and the government has not announced it
 */
public record Holiday(LocalDate day, String nameMn, String nameEn, boolean confirmed) {
}
