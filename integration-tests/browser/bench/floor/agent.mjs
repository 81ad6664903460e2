// The floor's other page: answers the offer and notes when the first frame is shown.
const relay = new WebSocket(`ws://${location.host}/relay`);
const say = (message) => relay.send(JSON.stringify(message));
const connection = new RTCPeerConnection();
const video = document.querySelector("video");

connection.onicecandidate = ({ candidate }) => candidate && say({ candidate });
connection.ontrack = ({ streams }) => {
  video.requestVideoFrameCallback(() => {
    window.firstFrameAt = performance.timeOrigin + performance.now();
  });
  video.srcObject = streams[0];
};
// One after the other: a candidate must not overtake the offer it belongs to.
let done = Promise.resolve();
relay.onmessage = ({ data }) => {
  done = done.then(() => take(JSON.parse(data)));
};

async function take({ offer, candidate }) {
  if (candidate) {
    await connection.addIceCandidate(candidate);
    return;
  }
  await connection.setRemoteDescription(offer);
  await connection.setLocalDescription();
  say({ answer: connection.localDescription });
}
