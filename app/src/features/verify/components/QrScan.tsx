/** Reads a QR code with the camera where the browser can; else says how. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'

type Detector = {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type DetectorClass = new (options: { formats: string[] }) => Detector

const { BarcodeDetector: Found } = globalThis as {
  BarcodeDetector?: DetectorClass
}

/** Milliseconds between two looks. */
const pause = 250

export function QrScan({ onText }: { onText: (text: string) => void }) {
  const [isOn, setIsOn] = useState(false)
  const [isRefused, setIsRefused] = useState(false)
  if (!Found || !('mediaDevices' in navigator))
    return (
      <p>
        <Trans>
          이 브라우저로는 QR을 찍을 수 없습니다. 휴대폰의 카메라 앱으로 QR을
          비추면 이 화면이 바로 열립니다.
        </Trans>
      </p>
    )
  return (
    <div className="stack stack--tight scanner">
      <div>
        <button
          className="button"
          type="button"
          onClick={() => {
            setIsRefused(false)
            setIsOn(!isOn)
          }}
        >
          {isOn ? <Trans>카메라 끄기</Trans> : <Trans>카메라로 QR 찍기</Trans>}
        </button>
      </div>
      {isRefused && (
        <p role="alert">
          <Trans>
            카메라를 쓸 수 없습니다. 브라우저에서 카메라를 허락하거나, 확인
            번호를 적어 주세요.
          </Trans>
        </p>
      )}
      {isOn && (
        <Camera
          detector={Found}
          onText={(text) => {
            setIsOn(false)
            onText(text)
          }}
          onRefused={() => {
            setIsOn(false)
            setIsRefused(true)
          }}
        />
      )}
    </div>
  )
}

type CameraProps = {
  detector: DetectorClass
  onText: (text: string) => void
  onRefused: () => void
}

function Camera({ detector, onRefused, onText }: CameraProps) {
  const { t } = useLingui()
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef({ onRefused, onText })
  useEffect(() => {
    told.current = { onRefused, onText }
  })
  useEffect(() => {
    const stop = new AbortController()
    void look(detector, video.current, stop.signal).then(
      (text) => {
        if (text !== undefined) told.current.onText(text)
      },
      () => {
        if (!stop.signal.aborted) told.current.onRefused()
      },
    )
    return () => {
      stop.abort()
    }
  }, [detector])
  return (
    <video ref={video} autoPlay playsInline muted aria-label={t`카메라 화면`} />
  )
}

/** Until a code is seen, or nobody waits any more. */
async function look(
  detector: DetectorClass,
  video: HTMLVideoElement | null,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!video) return undefined
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
  })
  try {
    video.srcObject = stream
    const reader = new detector({ formats: ['qr_code'] })
    while (!signal.aborted) {
      const [code] = await reader.detect(video).catch(() => [])
      if (code) return code.rawValue
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    return undefined
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}
