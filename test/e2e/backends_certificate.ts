/** A certificate of the hosts below that only tests trust, with its key: valid for a hundred years. */
export const BACKENDS = {
  hosts: [
    'logs.example.test',
    'www.googleapis.com',
    'oauth2.googleapis.com',
    'bigtable.googleapis.com',
  ],
  certificate: `-----BEGIN CERTIFICATE-----
MIIB8jCCAZmgAwIBAgIUJvsFHC9LqGoJNnMRvnaFNCWPhFEwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRbG9ncy5leGFtcGxlLnRlc3QwIBcNMjYxMTI3MTc1OTI2WhgP
MjEyNjExMDMxNzU5MjZaMBwxGjAYBgNVBAMMEWxvZ3MuZXhhbXBsZS50ZXN0MFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEafKZRchLFnut6CDCLz2qupy7LPCmIokj
PI6wHON9jr9b93GBlhPV8P7c4GOhhuB2+UMrACtG9GvgdReI15gzt6OBtjCBszAd
BgNVHQ4EFgQUcN2fzLXPOBR31pWb8cqYtI7zm5IwHwYDVR0jBBgwFoAUcN2fzLXP
OBR31pWb8cqYtI7zm5IwDwYDVR0TAQH/BAUwAwEB/zBgBgNVHREEWTBXghFsb2dz
LmV4YW1wbGUudGVzdIISd3d3Lmdvb2dsZWFwaXMuY29tghVvYXV0aDIuZ29vZ2xl
YXBpcy5jb22CF2JpZ3RhYmxlLmdvb2dsZWFwaXMuY29tMAoGCCqGSM49BAMCA0cA
MEQCICQxJTN6AxrxTizNisUCPEFbrjBXzvK6RdJSxI7sRA2qAiA9WiP+/WX+Vmwc
kXOcCqGmdDXLakDmd+P9RlX1tx+cYA==
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQZDe/jnkewIXxHyR
IEjBuPpF83zrtn/RVPbL2WSnXeShRANCAARp8plFyEsWe63oIMIvPaq6nLss8KYi
iSM8jrAc432Ov1v3cYGWE9Xw/tzgY6GG4Hb5QysAK0b0a+B1F4jXmDO3
-----END PRIVATE KEY-----
`,
};
