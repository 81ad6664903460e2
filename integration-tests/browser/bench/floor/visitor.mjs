// The floor: the least code that shares a screen with another page. Nothing is prepared before the
// pick, nothing is tuned after it.
const relay = new WebSocket(`ws://${location.host}/relay`);
const say = (message) => relay.send(JSON.stringify(message));

document.querySelector("button").addEventListener("click", async () => {
  window.askedAt = performance.timeOrigin + performance.now();
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 30 } });
  window.pickedAt = performance.timeOrigin + performance.now();
  const connection = new RTCPeerConnection();
  relay.onmessage = async ({ data }) => {
    const { answer, candidate } = JSON.parse(data);
    await (answer
      ? connection.setRemoteDescription(answer)
      : connection.addIceCandidate(candidate));
  };
  connection.onicecandidate = ({ candidate }) => candidate && say({ candidate });
  stream.getTracks().forEach((track) => connection.addTrack(track, stream));
  await connection.setLocalDescription();
  say({ offer: connection.localDescription });
});
