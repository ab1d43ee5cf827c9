package mn.eland.person.privacy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes by itself in time, by the terms of the table of parameters. */
@Component
class DataRetention {

    private static final Logger LOG = LoggerFactory.getLogger(DataRetention.class);

    private final DataArchives exports;
    private final Erasures erasures;

    DataRetention(DataArchives exports, Erasures erasures) {
        this.exports = exports;
        this.erasures = erasures;
    }

    @Transactional
    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Ulaanbaatar")
    public void everyNight() {
        LOG.info("{} archives were thrown away, the rest of {} people was looked at", exports.throwAway(), erasures.eraseRests());
    }
}
