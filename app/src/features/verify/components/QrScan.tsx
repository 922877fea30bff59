/** Reads a QR code with the camera; where there is none, says how else. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { createQrReader } from '../api/qrReader.ts'

/** Milliseconds between two looks. */
const pause = 250

export function QrScan({ onText }: { onText: (text: string) => void }) {
  const [isOn, setIsOn] = useState(false)
  const [isRefused, setIsRefused] = useState(false)
  // Without https there is no camera for a page.
  if (!('mediaDevices' in navigator))
    return (
      <p>
        <Trans>
          이 화면에서는 카메라를 쓸 수 없습니다. 휴대폰의 카메라 앱으로 QR을
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
  onText: (text: string) => void
  onRefused: () => void
}

function Camera({ onRefused, onText }: CameraProps) {
  const { t } = useLingui()
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef({ onRefused, onText })
  useEffect(() => {
    told.current = { onRefused, onText }
  })
  useEffect(() => {
    const stop = new AbortController()
    void look(video.current, stop.signal).then(
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
  }, [])
  return (
    <video ref={video} autoPlay playsInline muted aria-label={t`카메라 화면`} />
  )
}

/** Until a code is seen, or nobody waits any more. */
async function look(
  video: HTMLVideoElement | null,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!video) return undefined
  const reader = await createQrReader()
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
  })
  try {
    video.srcObject = stream
    while (!signal.aborted) {
      // There is no picture yet, at first.
      const [code] = await reader.detect(video).catch(() => [])
      if (code) return code.rawValue
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    return undefined
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}
