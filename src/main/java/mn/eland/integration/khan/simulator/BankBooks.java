package mn.eland.integration.khan.simulator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.Iban;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of the simulated bank, the national register of account names, and statements. */
public class BankBooks {

    private final JdbcClient jdbc;

    public BankBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param client whether it belongs to the firm that signs in, ELAND */
    public record Account(String iban, String number, String bankCode, String name, boolean client, BigDecimal balance) {
    }

    /** A line of a statement; a positive amount is money in. @param virtualAccount number it was sent to, null for the account itself */
    public record Entry(long record, LocalDate tranDate, LocalDate postDate, String time, long journal, int code,
                        BigDecimal amount, BigDecimal balance, int correction, String description, String relatedAccount,
                        String transferid, String virtualAccount) {
    }

    /** Money on its way to another bank. */
    public record InterbankOrder(long journal, String toIban, String toName, BigDecimal amount, LocalDate valueDate,
                                 String description) {
    }

    public Optional<Account> account(String ibanOrNumber) {
        return jdbc.sql("select * from simulators.bank_accounts where iban = ? or number = ? and bank_code = '050000'")
                .param(ibanOrNumber).param(ibanOrNumber).query(BankBooks::account).optional();
    }

    Optional<Account> account(String number, String bankCode) {
        return jdbc.sql("select * from simulators.bank_accounts where number = ? and bank_code = ?").param(number).param(bankCode)
                .query(BankBooks::account).optional();
    }

    /** The client's account behind a number out of the range the bank has set aside for it. */
    public Optional<Account> behind(String virtualIban) {
        return Iban.isValid(virtualIban) ? jdbc.sql("select * from simulators.bank_accounts where client and substr(?, 5) like substr(iban, 5, 4) || virtual_prefix || '%'")
                .param(virtualIban).query(BankBooks::account).optional() : Optional.empty();
    }

    public List<Account> clientAccounts() {
        return jdbc.sql("select * from simulators.bank_accounts where client order by iban").query(BankBooks::account).list();
    }

    /** Opens an account, or renames it. */
    public void open(String iban, String name) {
        jdbc.sql("""
                insert into simulators.bank_accounts (iban, number, bank_code, name) values (?, ?, ?, ?)
                on conflict (iban) do update set name = excluded.name""")
                .param(iban).param(iban.substring(8)).param(iban.substring(6, 8) + "0000").param(name).update();
    }

    Account locked(String iban) {
        return jdbc.sql("select * from simulators.bank_accounts where iban = ? for update").param(iban).query(BankBooks::account).single();
    }

    long nextJournal() {
        return jdbc.sql("select nextval('simulators.journals')").query(Long.class).single();
    }

    /** Writes a line under the lock of the account and moves its balance. */
    void book(Account account, LocalDate date, String time, long journal, BigDecimal amount, int correction,
              String description, String relatedAccount, String transferid, String virtualAccount) {
        var held = locked(account.iban());
        var balance = held.balance().add(amount);
        jdbc.sql("""
                insert into simulators.bank_entries
                select ?, coalesce(max(record), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from simulators.bank_entries where iban = ?""")
                .param(account.iban()).param(date).param(date).param(time).param(journal).param(amount.signum() < 0 ? 2 : 1)
                .param(amount).param(balance).param(correction).param(description).param(relatedAccount).param(transferid).param(virtualAccount)
                .param(account.iban()).update();
        jdbc.sql("update simulators.bank_accounts set balance = ? where iban = ?").param(balance).param(account.iban()).update();
    }

    void send(long journal, String fromIban, InterbankOrder order, String toBank) {
        jdbc.sql("insert into simulators.interbank_orders values (?, ?, ?, ?, ?, ?, ?, ?)").param(journal).param(fromIban)
                .param(order.toIban()).param(order.toName()).param(toBank).param(order.amount()).param(order.valueDate())
                .param(order.description()).update();
    }

    public List<InterbankOrder> interbankOrders(int limit) {
        return jdbc.sql("select * from simulators.interbank_orders order by journal desc limit ?").param(limit)
                .query((row, n) -> new InterbankOrder(row.getLong("journal"), row.getString("to_iban"), row.getString("to_name"),
                        row.getBigDecimal("amount"), row.getObject("value_date", LocalDate.class), row.getString("description")))
                .list();
    }

    List<Entry> between(String iban, LocalDate from, LocalDate to) {
        return jdbc.sql("select * from simulators.bank_entries where iban = ? and tran_date between ? and ? order by record")
                .param(iban).param(from).param(to).query(BankBooks::entry).list();
    }

    List<Entry> after(String iban, long record) {
        return jdbc.sql("select * from simulators.bank_entries where iban = ? and record > ? order by record").param(iban)
                .param(record).query(BankBooks::entry).list();
    }

    public List<Entry> newest(String iban, int limit) {
        return jdbc.sql("select * from simulators.bank_entries where iban = ? order by record desc limit ?").param(iban)
                .param(limit).query(BankBooks::entry).list();
    }

    Optional<Entry> byRecord(String iban, long record) {
        return jdbc.sql("select * from simulators.bank_entries where iban = ? and record = ?").param(iban).param(record)
                .query(BankBooks::entry).optional();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        return new Account(row.getString("iban"), row.getString("number"), row.getString("bank_code"), row.getString("name"),
                row.getBoolean("client"), row.getBigDecimal("balance"));
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(row.getLong("record"), row.getObject("tran_date", LocalDate.class),
                row.getObject("post_date", LocalDate.class), row.getString("time"), row.getLong("journal"), row.getInt("code"),
                row.getBigDecimal("amount"), row.getBigDecimal("balance"), row.getInt("correction"),
                row.getString("description"), row.getString("related_account"), row.getString("transferid"), row.getString("virtual_account"));
    }
}
