/** Passkeys: the browser's own dialogue between the two halves of each ceremony. Shown only where the browser can. */

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0)).buffer;
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

async function ask(path, token, body) {
  const answer = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { [token.header]: token.value, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (answer.status === 403 && path.startsWith('/webauthn/register')) {
    location.assign('/sign-in-again?to=/account');
    return new Promise(() => {});
  }
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}

const descriptors = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }));

async function add(token, label) {
  const options = await ask('/webauthn/register/options', token);
  const made = await navigator.credentials.create({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: descriptors(options.excludeCredentials),
  } });
  await ask('/webauthn/register', token, { publicKey: { label, credential: {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: made.getClientExtensionResults(),
    response: {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    },
  } } });
}

async function signIn(token) {
  const options = await ask('/webauthn/authenticate/options', token);
  const shown = await navigator.credentials.get({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: descriptors(options.allowCredentials),
  } });
  const answer = await ask('/login/webauthn', token, {
    id: shown.id,
    rawId: text(shown.rawId),
    type: shown.type,
    authenticatorAttachment: shown.authenticatorAttachment,
    clientExtensionResults: shown.getClientExtensionResults(),
    response: {
      authenticatorData: text(shown.response.authenticatorData),
      clientDataJSON: text(shown.response.clientDataJSON),
      signature: text(shown.response.signature),
      userHandle: shown.response.userHandle ? text(shown.response.userHandle) : undefined,
    },
  });
  location.assign(answer.redirectUrl);
}

export function passkeys() {
  for (const part of document.querySelectorAll('[data-passkey]')) {
    if (!window.PublicKeyCredential) {
      continue;
    }
    const button = part.querySelector('button');
    const wrong = part.querySelector('[role=alert]');
    const token = { header: part.dataset.csrfHeader, value: part.dataset.csrfToken };
    part.hidden = false;
    button.addEventListener('click', async () => {
      wrong.hidden = true;
      button.disabled = true;
      try {
        if (part.dataset.passkey === 'add') {
          await add(token, part.querySelector('input').value.trim() || navigator.platform || 'ELAND');
          location.reload();
        } else {
          await signIn(token);
        }
      } catch (error) {
        wrong.hidden = false;
        button.disabled = false;
      }
    });
  }
}
