package mn.eland.identity;

import mn.eland.identity.account.SignInAddresses;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Accounts as the sign-in page asks for them, by name or by address; a closed one is not there. A hash made by an older method is renewed when its owner signs in. */
@Service
class SignInNames implements UserDetailsService, UserDetailsPasswordService {

    private final AccountRepository accounts;
    private final SignInAddresses addresses;

    SignInNames(AccountRepository accounts, SignInAddresses addresses) {
        this.accounts = accounts;
        this.addresses = addresses;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        var account = accounts.find(addresses.username(username)).filter(AccountRepository.Account::open)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return User.withUsername(account.username()).password(account.passwordHash())
                .roles(account.roles().stream().map(Enum::name).toArray(String[]::new)).build();
    }

    @Override
    public UserDetails updatePassword(UserDetails user, String newHash) {
        accounts.setPasswordHash(user.getUsername(), newHash);
        return loadUserByUsername(user.getUsername());
    }
}
