package mn.eland.identity;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Accounts as the sign-in page asks for them; a hash made by an older method is renewed when its owner signs in. */
@Service
class SignInNames implements UserDetailsService, UserDetailsPasswordService {

    private final AccountRepository accounts;

    SignInNames(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        var account = accounts.find(username).orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return User.withUsername(account.username()).password(account.passwordHash()).disabled(!account.open())
                .roles(account.roles().stream().map(Enum::name).toArray(String[]::new)).build();
    }

    @Override
    public UserDetails updatePassword(UserDetails user, String newHash) {
        accounts.setPasswordHash(user.getUsername(), newHash);
        return loadUserByUsername(user.getUsername());
    }
}
