// The browser comes out of an npm package or is one that is installed already; nothing is downloaded at install time.
module.exports = { skipDownload: true };
