package mn.eland.integration.registry.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTests {

    private static final ZoneId ULAANBAATAR = ZoneId.of("Asia/Ulaanbaatar");

    @ParameterizedTest
    @CsvSource({
            "2026-11-20T10:00, PT2M, 2026-11-20T10:02",
            "2026-11-20T10:00, P1D, 2026-11-21T10:00",
            "2026-11-20T10:00, P3D working, 2026-11-25T10:00",
            "2026-11-20T09:00, PT8H working, 2026-11-20T18:00",
            "2026-11-20T16:00, PT8H working, 2026-11-23T16:00",
            "2026-11-20T13:20, PT1H working, 2026-11-20T15:00",
            "2026-11-20T12:00, PT2H working, 2026-11-20T15:00",
            "2026-11-25T17:00, PT2H working, 2026-11-27T10:00",
            "2026-11-24T10:00, P3D working, 2026-11-30T10:00",
            "2026-07-10T10:00, P1D working, 2026-07-16T10:00",
            "2026-12-28T10:00, P3D working, 2027-01-04T10:00",
            "2028-02-25T10:00, P1D working, 2028-02-29T10:00",
            "2026-11-21T12:00, PT1H working, 2026-11-23T10:00",
            "2026-11-20T07:00, PT1H working, 2026-11-20T10:00"})
    void officeHoursCountOnlyWhenOpen(LocalDateTime start, String time, LocalDateTime end) {
        assertThat(WorkingTime.after(start.atZone(ULAANBAATAR).toInstant(), time)).isEqualTo(end.atZone(ULAANBAATAR).toInstant());
    }
}
